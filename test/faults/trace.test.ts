import { expect } from 'chai';
import { readTrace } from '../../scripts/faults/trace.ts';

const answered =
  '7 writev(24<TCP:[1]>, [{iov_base="HTTP/1.1 200 OK\\r\\n\\r\\n{\\"results\\":[{\\"id\\":"...}], 1) = 900';
const written = '7 pwrite64(21</data/dontiep.sqlite-wal>, "\\0\\1"..., 4096, 32) = 4096';
const synced = '7 fdatasync(21</data/dontiep.sqlite-wal>) = 0';
const read = (...lines: string[]) => readTrace(lines.join('\n'));

describe('the order of sync and answer in a trace of system calls', () => {
  it('is right when the log was written, then synced, then the answer left', () => {
    expect(read(written, written, synced, answered)).to.deep.equal({ answers: 1, afterSync: 1, problems: [] });
  });

  const wrong: [string, string[]][] = [
    ['the log was never synced', [written, answered]],
    ['the log was synced only after the answer', [written, answered, synced]],
    ['something was written after the sync', [written, synced, written, answered]],
    ['another file was synced', [written, synced.replace('-wal', ''), answered]],
    ['the sync failed', [written, synced.replace('= 0', '= -1 EIO (Input/output error)'), answered]],
    ['the sync had not come back yet', [written, synced.replace(') = 0', ' <unfinished ...>'), answered]],
    ['nothing was written since the answer before', [written, synced, answered, answered]],
  ];
  for (const [when, lines] of wrong) {
    it(`is wrong when ${when}`, () => {
      const { answers, afterSync, problems } = read(...lines);
      expect(answers - afterSync).to.equal(1);
      expect(problems).to.have.length(1);
    });
  }

  it('counts a sync that strace shows in two halves', () => {
    const halves = [synced.replace(') = 0', ' <unfinished ...>'), '9 write(1</dev/null>, "x", 1) = 1'];
    expect(read(written, ...halves, '7 <... fdatasync resumed>) = 0', answered).afterSync).to.equal(1);
  });

  it('does not count other answers', () => {
    expect(read(written, synced, answered.replace('200 OK', '503 Service Unavailable')).answers).to.equal(0);
    expect(read('7 write(24<TCP:[1]>, "HTTP/1.1 200 OK\\r\\n\\r\\n{\\"ok\\":true", 40) = 40').answers).to.equal(0);
  });
});
