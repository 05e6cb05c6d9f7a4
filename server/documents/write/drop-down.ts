/** What the spreadsheet library does not write itself: cells that offer a list to choose from. */
import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import type { Feature } from 'write-excel-file/node';

/** What the library calls a file's content; it does not export the name. */
type FileContent = Stream | Buffer | Blob;

export type DropDown = {
  /** "B6:B65" */
  cells: string;
  /** The choices in quotes ("Ông,Bà"), or where they stand ('Mã'!$A$3:$A$9). */
  choices: string;
  /** Shown beside the cell; at most 255 characters. */
  prompt?: string;
};

/**
 * On the first sheet. Something else may be typed after a warning: "B2, B4" is right and in no list. The element stands
 * after the merged cells and before the page's margins (ECMA-376, CT_Worksheet); a misplaced one makes Excel call the
 * file damaged.
 */
export function dropDowns(lists: readonly DropDown[]): Feature<FileContent> {
  const xml = `<dataValidations count="${lists.length}">${lists.map(validation).join('')}</dataValidations>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (sheet, _options, { sheetIndex }) =>
            sheetIndex === 0 ? sheet.replace(/<pageMargins|<\/worksheet>/, (next) => xml + next) : sheet,
        },
      },
    },
  };
}

function validation({ cells, choices, prompt }: DropDown): string {
  const hint = prompt === undefined ? '' : ` showInputMessage="1" prompt="${escaped(prompt.slice(0, 255))}"`;
  return (
    `<dataValidation type="list" errorStyle="warning" allowBlank="1"${hint} showErrorMessage="1" sqref="${cells}">` +
    `<formula1>${escaped(choices)}</formula1></dataValidation>`
  );
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
