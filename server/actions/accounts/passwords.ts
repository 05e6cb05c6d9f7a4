/**
 * Argon2id at the OWASP minimum (19 MiB, two passes, one lane). Hashing costs tens of milliseconds of a core, so at
 * most two run at once and the rest queue: a flood of sign-ins must not starve the door.
 */
import { hash, verify } from '@node-rs/argon2';

/** `Algorithm.Argon2id` of the package is a const enum, which type erasure cannot carry; 2 is its value. */
const ARGON2ID = 2;
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;

let running = 0;
const queue: (() => void)[] = [];

/** How many hashes run at this moment; the tests look at it. */
export const hashesRunning = (): number => running;

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

const normal = (password: string): string => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normal(password), PARAMETERS));

/** Compared with when the login is unknown, so that an unknown login takes as long as a wrong password. */
const nobody = hash('nobody has this password', PARAMETERS);

export function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  return inTurn(
    async () => (await verify(passwordHash ?? (await nobody), normal(password))) && passwordHash !== undefined,
  );
}
