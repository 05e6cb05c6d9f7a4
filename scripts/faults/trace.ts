/**
 * Reads what `strace -f -y` wrote and asks of every answer to a scan: was the log on the disk before the answer went
 * out? SQLite appends a commit to `-wal`; it is durable once that file is synced, and only then may anybody be told.
 */

export type TraceFinding = {
  answers: number;
  /** Answers with a log of their own that was synced after its last write and before the answer. */
  afterSync: number;
  problems: string[];
};

type Call = { kind: 'log_written' } | { kind: 'log_synced' } | { kind: 'answered' };

const LOG_WRITE = /^(?:pwrite64|pwritev2?|writev?)\(\d+<[^>]*-wal>/;
const LOG_SYNC = /^(?:fdatasync|fsync)\(\d+<[^>]*-wal>\)\s+= 0$/;
const SOCKET_WRITE = /^(?:writev?|sendto|sendmsg)\(\d+<(?:TCP|TCPv6|socket):/;
const ANSWER = /HTTP\/1\.1 200 .*\{\\"results\\":\[/;

export function readTrace(text: string): TraceFinding {
  const problems: string[] = [];
  let answers = 0;
  let afterSync = 0;
  let log: 'untouched' | 'written' | 'synced' = 'untouched';
  for (const call of callsOf(text)) {
    switch (call.kind) {
      case 'log_written':
        log = 'written';
        break;
      case 'log_synced':
        if (log === 'written') log = 'synced';
        break;
      case 'answered':
        answers += 1;
        if (log === 'synced') afterSync += 1;
        else problems.push(`answer ${answers} left with its log ${log}`);
        log = 'untouched';
        break;
      default:
        return call satisfies never;
    }
  }
  return { answers, afterSync, problems };
}

/** One finished call after the other. A call that strace shows in two halves counts where its end is shown. */
function* callsOf(text: string): Generator<Call> {
  const unfinished = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (rest.endsWith('<unfinished ...>')) {
      const begun = rest.slice(0, -'<unfinished ...>'.length).trimEnd();
      // An answer is on its way from the moment its write begins; that it is not shown as finished yet is no excuse.
      if (SOCKET_WRITE.test(begun)) yield* callOf(begun);
      else unfinished.set(thread, begun);
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    if (!resumed) {
      yield* callOf(rest);
      continue;
    }
    const begun = unfinished.get(thread);
    unfinished.delete(thread);
    if (begun !== undefined) yield* callOf(`${begun}${resumed[1]}`);
  }
}

function* callOf(text: string): Generator<Call> {
  if (LOG_WRITE.test(text)) yield { kind: 'log_written' };
  else if (LOG_SYNC.test(text)) yield { kind: 'log_synced' };
  else if (SOCKET_WRITE.test(text) && ANSWER.test(text)) yield { kind: 'answered' };
}
