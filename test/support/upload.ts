/** A file sent with the desk's form, as a browser sends it. */
import writeExcelFile from 'write-excel-file/node';
import type { Answer, Client } from './app.ts';

export type Sheet = readonly (readonly string[])[];

/** The bytes of a workbook with these sheets, every cell a text. */
export const workbookOf = (sheets: Readonly<Record<string, Sheet>>): Promise<Buffer> =>
  writeExcelFile(
    Object.entries(sheets).map(([sheet, rows]) => ({
      sheet,
      data: rows.map((cells) => cells.map((value) => ({ type: String, value }))),
    })),
  ).toBuffer();

export async function upload(
  client: Client,
  desk: string,
  { bytes, name = 'danh sach.xlsx', unit = '' }: { bytes: Buffer; name?: string; unit?: string },
): Promise<Answer> {
  const form = new FormData();
  form.set('unit', unit);
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  const packed = new Response(form);
  return await client.send(`${desk}/file`, {
    method: 'POST',
    headers: { 'content-type': packed.headers.get('content-type') ?? '' },
    body: Buffer.from(await packed.arrayBuffer()),
  });
}
