/** The rows out of the plain form when the page opens, and back into form fields when it is sent: the server sees one form. */
import { emptyRow, rowAnswers, rowFields, type TypedRow } from '../../../server/domain/list/row.ts';
import { readPastedRows } from '../../../server/domain/sheet/pasted-rows.ts';
import { el } from '../dom/dom.ts';
import { isBlank, type Rows } from './sheet.ts';

export function readFields(plain: HTMLElement): TypedRow[] {
  const named = plain.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[name]');
  const values = new Map([...named].map((field) => [field.name, field.value]));
  const value = (name: string) => values.get(name) ?? '';
  const rows: TypedRow[] = [];
  for (let line = 1; line <= Number(value('lines')); line += 1) {
    const row = emptyRow();
    for (const field of rowFields) row[field] = value(`row.${line}.${field}`);
    for (const answer of rowAnswers) if (value(`row.${line}.${answer}`) === '1') row[answer] = true;
    if (!isBlank(row)) rows.push(row);
  }
  return [...readPastedRows(value('text')).rows, ...rows];
}

export function fieldsOf(rows: Rows): HTMLElement {
  const hidden = (name: string, value: string) => el('input', { type: 'hidden', name, value });
  const fields = rows.flatMap((row, index) => {
    const said = rowFields.filter((field) => row[field] !== '');
    const inputs = said.map((field) => hidden(`row.${index + 1}.${field}`, row[field]));
    const answers = rowAnswers.filter((answer) => row[answer]);
    return [...inputs, ...answers.map((answer) => hidden(`row.${index + 1}.${answer}`, '1'))];
  });
  return el('div', { hidden: '' }, hidden('lines', String(rows.length)), ...fields);
}
