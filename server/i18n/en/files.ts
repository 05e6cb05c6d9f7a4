import type { FilesWords } from '../vi/files.ts';

export const files: FilesWords = {
  refused: {
    empty_file: 'There are no rows in this file. Please check it.',
    file_too_large: 'The file is larger than 2 MB. Please keep only the sheet with the list, without pictures.',
    xls_old: 'This is an old Excel file (.xls). Please open it in Excel and save it as .xlsx.',
    ods: 'This is an OpenDocument file (.ods). Please open it in LibreOffice or Excel and save it as .xlsx.',
    password_protected: 'The file has a password and cannot be read. Please save it without one.',
    not_a_workbook: 'This is neither an Excel file (.xlsx) nor CSV.',
    broken_file: 'The file is damaged and cannot be read. Please open it in Excel and save it as .xlsx.',
    inflates_too_much: 'The file holds far more than a list of delegates. Please copy the list into a new file.',
    unsafe_xml: 'The file holds something unsafe and was not read. Please copy the list into a new file.',
    too_many_rows: 'The file has too many rows. Please keep only your unit’s delegates.',
    no_such_sheet: 'There is no such sheet in the file. Please choose another.',
    too_slow: 'Reading the file took too long and was stopped. Please copy the list into a new file.',
    too_busy: 'Many files are being read at this moment. Please wait a minute and try again.',
  },
  problems: {
    cell_too_long: (cell) => `Cell ${cell} is longer than 4,000 characters; the rest was left out`,
  },
  column: (field, heading, letter) =>
    heading === '' ? `${field} ← column ${letter}` : `${field} ← “${heading}” (${letter})`,
  uses: { counter: 'Running number', ignored: 'Not used', unknown: 'Not recognised' },
  skipped: {
    above: 'titles above the list',
    heading: 'headings repeated',
    numbering: 'numbers of the columns',
    group: 'a group or a unit',
    total: 'a total',
    signatures: 'signatures',
    below: 'after the end of the list',
    other: 'nothing in the recognised columns',
  },
  converted: (encoding) =>
    `The pasted list was in the old encoding ${encoding} and is now in Unicode: please look at the names.`,
  passedOver: (texts: readonly string[]) =>
    `Lines passed over because they are no delegates (${texts.length}): ${texts
      .slice(0, 3)
      .map((text) => `“${text.slice(0, 60)}”`)
      .join(', ')}${texts.length > 3 ? '…' : '.'}`,
  skippedRow: (row, text, why) => `Row ${row}: “${text}” (${why})`,
  encodings: { tcvn3: 'TCVN3 (ABC)', vni: 'VNI', combining: 'decomposed Unicode' },
  convertQuestion: (encoding) =>
    `The list may be written in the old encoding ${encoding}. Please look at the sample, then convert.`,
  convert: 'Convert',
  keepEncoding: 'Leave as it is',
  upload: 'Upload a file',
  uploadLabel: 'Excel (.xlsx) or CSV file',
  uploadHint: 'The file is read and every row is shown for review; nothing is saved yet.',
  downloadTemplate: 'Download the Excel template',
  downloadErrors: 'Download the rows with errors',
  noDelegates: 'No delegates were found in the file. Please check the sheet and its heading row.',
  noHeading:
    'No heading row was found in the first 15 rows, so nothing was read. Choose the columns under “Correct the columns”, or put a heading row (Full name, Position, Category) right above the list and upload the file again.',
  noColumns: 'This file has no columns of a list. Please use the Excel template, or save the list as .xlsx.',
  sheetHasNoHeading: (name) => `Sheet “${name}”: no heading row in its first 15 rows, so nothing was added.`,
  recognised: 'Columns found',
  fromFile: (name) => `File “${name}”`,
  sheet: (name) => `sheet “${name}”`,
  headingRow: (row) => `heading row ${row}`,
  addedSheet: (name, from) => `with sheet “${name}” (numbered from ${from})`,
  otherSheets: 'Other sheets in the file, not read',
  otherSheet: (name, rows) => `“${name}” (${rows} rows)`,
  longSheet: (name) => `“${name}”: too long to be read along. If it is a list, please copy it into a file of its own.`,
  addSheet: 'Add to the list',
  addSheetOf: (name) => `Add to the list: “${name}”`,
  readSheet: 'Read this one instead',
  readSheetOf: (name) => `Read this one instead: “${name}”`,
  sheetsHint: 'Reading another sheet instead loses what was fixed on this page; adding one keeps it.',
  sheetLacks: (name, columns) =>
    `The sheet “${name}” has no column for: ${columns}. Read it by itself to choose its columns.`,
  correctColumns: 'Correct the columns',
  columnLabel: (letter, heading) => (heading === '' ? `Column ${letter}` : `Column ${letter}: “${heading}”`),
  readAgainHint: 'Reads the file anew: what was fixed on this page is lost.',
  readAgain: 'Read again with these columns',
  missing: (columns) => `No column found for: ${columns}. Choose it under “Correct the columns”.`,
  unusedColumn: (heading, letter) => (heading === '' ? `column ${letter}` : `“${heading}” (${letter})`),
  unused: (columns) => `Not used: ${columns.join(', ')}.`,
  unusedInFile: 'If one of them is needed, choose it under “Correct the columns”.',
  unusedInText: 'If one of them is needed, give it a heading as in the Excel template and paste again.',
  besideName: (letter, sample) =>
    `Column ${letter} beside the name has no heading and is not used, for example “${sample}”: please check that no name is cut short.`,
  skippedTitle: (count) => `${count} rows that are no delegates were passed over`,
  before: 'In the file',
  after: 'Converted',
  compared: (added, changed, gone) =>
    `Compared with the submitted list: ${added} new, ${changed} changed, ${gone} no longer in the file.`,
  comparedPart: (added, changed) => `Compared with the submitted list: ${added} new, ${changed} changed.`,
  notInFile: (count) =>
    `${count} people on the submitted list are not in the file. If the file is the whole list, they can be withdrawn.`,
  onlyErrors: 'The file holds only rows to fix, so nobody counts as no longer on the list.',
  isWhole: 'This file is the whole list',
  isPart: 'This file only adds to it',
  notYet: (count) =>
    `${count} differences from the submitted list are not carried out; submitting only adds new people.`,
  differencesTitle: 'Different from the submitted list.',
  comparedHow: 'Nothing has changed yet. Tick what is to follow the file; whatever is not ticked stays as it is.',
  changedTitle: (count) => `Changed (${count})`,
  renamedTitle: (count) => `Perhaps the same person, name corrected (${count})`,
  renamedHow:
    'They share a phone, an e-mail, or position and workplace. Tick whoever is one person to correct the name; otherwise the row of the file is somebody new.',
  renamePerson: (name, row) => `${name} and row ${row} are one person: correct as in the file`,
  goneTitle: (count) => `No longer in the file (${count})`,
  correctPerson: (name) => `Correct ${name} as in the file`,
  withdraw: 'Withdraw',
  goneReason: 'No longer on the list the unit sent again',
  goneReasonLabel: 'Reason for withdrawing',
  carryOut: 'Carry out what is ticked',
  nothingTicked: 'Nobody is ticked to be corrected or withdrawn.',
  carriedOut: (corrected, withdrawn) =>
    corrected + withdrawn === 0
      ? 'Nothing to change: the list is already as ticked.'
      : `${corrected} corrected, ${withdrawn} withdrawn.`,
  promoted: (names) => `Moved up from the waiting list: ${names}.`,
  notCarriedOut: {
    overtaken: (names) => `Not corrected: ${names}. Somebody has just changed them elsewhere; please look again.`,
    present: (names) => `Not withdrawn: ${names}. They have checked in.`,
    over: (names) => `Not withdrawn: ${names}. This cluster is over.`,
    locked: (names) =>
      `Not corrected: ${names}. The list cannot be changed directly any more; open a person to change phone or e-mail, or ask for a change.`,
    problems: (names) =>
      `Not corrected: ${names}. A cell is not valid, or the name is that of somebody else on the list; please open the person.`,
  },
  template: {
    sheetName: 'Delegates',
    title: 'DELEGATES TO REGISTER',
    counter: 'No.',
    categoryPrompt:
      'Choose the category code. For several, type the codes with commas between them, the main one first.',
    guideSheet: 'Category codes',
    guideTitle: 'Category codes of this unit',
    guideCode: 'Code',
    guideName: 'Category of delegates',
    guideNote: 'Remark',
    hostOnly: 'Host unit only',
    guide: [
      'One delegate per row; do not merge cells; rows may be added or removed.',
      'Required: full name, position, category. Leave the other columns empty where there is nothing.',
      'Without an e-mail address a card is printed for the delegate.',
      'Example: Ông | Bùi Nhựt Thoại | Trưởng phòng | Phòng Nội vụ | B2 | 0900000011 | thoai@example.gov.vn',
    ],
  },
  errorSheet: {
    sheetName: 'Rows to fix',
    title: 'ROWS TO MEND',
    row: 'Row',
    problems: 'Problems',
    hint: 'Fix the cells and upload this file again. The columns Row and Problems are not read.',
  },
};
