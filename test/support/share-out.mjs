// Shares the test files out among processes by the seconds that each took when it was last measured.

/** What a file that was never measured is taken for. */
const UNKNOWN_SECONDS = 2;

/**
 * The longest file first, always to the process that has least to do: no process waits long for another.
 * Within a process the files keep the order of their names.
 * @param {readonly string[]} files
 * @param {Readonly<Record<string, number>>} seconds by file
 * @param {number} processes
 * @returns {string[][]} one list for each process that has work
 */
export function shareOut(files, seconds, processes) {
  const lengthOf = (file) => seconds[file] ?? UNKNOWN_SECONDS;
  const shares = Array.from({ length: processes }, () => ({ files: [], seconds: 0 }));
  const longestFirst = files.toSorted((a, b) => lengthOf(b) - lengthOf(a) || (a < b ? -1 : 1));
  for (const file of longestFirst) {
    const share = shares.reduce((least, other) => (other.seconds < least.seconds ? other : least));
    share.files.push(file);
    share.seconds += lengthOf(file);
  }
  return shares.map((share) => share.files.toSorted()).filter((list) => list.length > 0);
}
