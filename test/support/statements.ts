/** Counts what a page asks of the database, below everything that could forget to count: at the driver's statements. */
import Database from 'better-sqlite3';
import type { TestContext } from './context.ts';

type Statement = { source: string; database: Database.Database };
type Way = 'run' | 'get' | 'all' | 'iterate';

const ways: readonly Way[] = ['run', 'get', 'all', 'iterate'];
/** A transaction's frame asks nothing. */
const isFrame = (sql: string): boolean => /^\s*(begin|commit|rollback|savepoint|release)\b/i.test(sql);

type Listener = (statement: Statement) => void;
const listeners = new Set<Listener>();
let isListening = false;

/** Every statement of every connection is made from one prototype. */
function listen(): void {
  if (isListening) return;
  isListening = true;
  const memory = new Database(':memory:');
  const prototype = Object.getPrototypeOf(memory.prepare('select 1')) as Record<Way, (...values: unknown[]) => unknown>;
  memory.close();
  for (const way of ways) {
    const original = prototype[way];
    prototype[way] = function counted(this: Statement, ...values: unknown[]) {
      for (const listener of listeners) listener(this);
      return original.apply(this, values);
    };
  }
}

export type Counted<Result> = { result: Result; count: number; statements: string[] };

/** What `work` asks of the context's database, reads and writes alike, without `begin` and `commit`. */
export async function countStatements<Result>(
  { config }: Pick<TestContext, 'config'>,
  work: () => Promise<Result>,
): Promise<Counted<Result>> {
  listen();
  const statements: string[] = [];
  const listener: Listener = ({ source, database }) => {
    if (database.name === config.databaseFile && !isFrame(source)) statements.push(source);
  };
  listeners.add(listener);
  try {
    const result = await work();
    return { result, count: statements.length, statements };
  } finally {
    listeners.delete(listener);
  }
}
