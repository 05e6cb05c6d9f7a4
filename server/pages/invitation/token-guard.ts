/**
 * Slows down guessing of invitation links: thirty wrong ones a minute from one address. Right ones are never
 * counted, because a whole hall may share one address.
 */
import type { Request, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { TooMany } from '../../errors.ts';

const WRONG_PER_MINUTE = 30;
const MINUTE_MS = 60_000;
/** A household or an office gets a /64 of IPv6; single addresses in it cost nothing. */
const IPV6_PREFIX = 64;

export type TokenGuard = {
  /** Throws when the address has guessed too often already. */
  check(req: Request): Promise<void>;
  countWrong(req: Request, res: Response): Promise<void>;
};

export function tokenGuard(): TokenGuard {
  const keyOf = (req: Request) => ipKeyGenerator(req.ip ?? '', IPV6_PREFIX);
  const limiter = rateLimit({
    windowMs: MINUTE_MS,
    limit: WRONG_PER_MINUTE,
    keyGenerator: keyOf,
    standardHeaders: false,
    legacyHeaders: false,
    handler: (_req, _res, next) => next(),
  });
  return {
    async check(req) {
      const known = await limiter.getKey(keyOf(req));
      if (known && known.totalHits >= WRONG_PER_MINUTE) throw new TooMany(MINUTE_MS / 1000);
    },
    countWrong: (req, res) =>
      new Promise((resolve, reject) => {
        limiter(req, res, (error?: unknown) => (error ? reject(error) : resolve()));
      }),
  };
}
