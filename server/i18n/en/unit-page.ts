import type { UnitPageWords } from '../vi/unit-page.ts';

export const unitPage: UnitPageWords = {
  ended: (until) => `Ended (stood until ${until})`,
  endedSince: (until) => `Ended without a successor; it stood until the end of ${until}.`,
  endHeading: 'End',
  endText:
    'For a unit that is no more and has no single successor. What was registered stays; the unit is no longer offered where units are chosen.',
  endedFrom: 'Ended from the day',
  end: 'Note the end',
  restoreEnd: 'Take the end back',
  endOf: 'Merge or end',
  factsHeading: 'Level, parent, code',
  factsText: 'To fix what was typed wrong when the unit was added. The name is changed under Rename.',
  parentHint: 'The unit above must be of a higher level.',
  saveFacts: 'Save level, parent, code',
  removeHeading: 'Remove the unit',
  removeText: 'The unit is used nowhere: no cluster, list or account names it, and no unit stands below it.',
  removeQuestion: (name) => `Remove the unit ${name}?`,
  remove: 'Remove the unit',
  many: {
    heading: 'Add several units at once',
    names: 'Names of the units',
    hint: 'One unit on each line, pasted from a spreadsheet or a document. Level and parent are the same for all; the system makes the codes.',
    line: (line) => `Line ${line}`,
    wrong: (count) =>
      count === 1 ? 'One line to fix; no unit was saved:' : `${count} lines to fix; no unit was saved:`,
    add: 'Add the units',
  },
};
