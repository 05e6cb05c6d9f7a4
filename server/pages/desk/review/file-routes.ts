import type { Request, Response } from 'express';
import { clusterById } from '../../../../db/events/clusters.ts';
import { writeDelegateTemplate } from '../../../documents/write/delegate-template.ts';
import { writeErrorSheet } from '../../../documents/write/error-sheet.ts';
import { readWorkbook, workbookMeasures } from '../../../documents/read/read-workbook.ts';
import type { Context } from '../../../context.ts';
import { scopeOf } from '../../../domain/account.ts';
import { fullMoment, inZone } from '../../../domain/words/document-date.ts';
import { rowNumber } from '../../../domain/list/quick-fixes.ts';
import { found } from '../../../errors.ts';
import { readUpload } from '../../../http/upload.ts';
import { languageOf } from '../../../http/reader.ts';
import { actorOf, get, param, post, type Route, registers } from '../../../http/route.ts';
import { wordsIn } from '../../../i18n/catalogue.ts';
import { showDesk } from '../desk-page.ts';
import { isTooLarge, isTooLong, readCarriedTable } from './file-form.ts';
import { submitDifferences } from './differences-form.ts';
import { showFile } from './file-page.ts';
import { carriedSheets, openSheet } from './file-sheets.ts';
import { readDeskForm } from '../forms.ts';
import { loadList, loadListFacts } from '../../../actions/lists/list-facts.ts';
import { previewRegistration } from '../../../actions/lists/register-delegates.ts';
import { problemSentence } from '../../../i18n/problem-sentence.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const fileRoutes = (context: Context): Route[] => [
  get('/clusters/:clusterId/registrations/template.xlsx', registers, (req, res) => sendTemplate(context, req, res)),
  post('/clusters/:clusterId/registrations/file', registers, (req, res) => submitFile(context, req, res)),
  post('/clusters/:clusterId/registrations/table', registers, (req, res) => submitTable(context, req, res)),
  post('/clusters/:clusterId/registrations/differences', registers, (req, res) => submitDifferences(context, req, res)),
  post('/clusters/:clusterId/registrations/error-rows', registers, (req, res) => sendErrorRows(context, req, res)),
];

async function submitFile(context: Context, req: Request, res: Response) {
  const actor = actorOf(res);
  const clusterId = param(req, 'clusterId');
  found(await clusterById(context.db.read, scopeOf(actor), clusterId));
  const { fields, fileName, bytes } = await readUpload(req, { mostBytes: workbookMeasures.fileBytes });
  const unitId = fields.get('unit') || undefined;
  await loadList(context.db.read, actor, { clusterId, unitId });
  const t = wordsIn(languageOf(req));
  const refuse = (problem: string) => showDesk(context, req, res, { status: 422, unitId, fileProblem: problem });
  const reading = await readWorkbook(bytes, { fileName });
  if (reading.kind === 'refused') return refuse(t.files.refused[reading.code]);
  const table = reading.rows.map(({ row, cells, fonts }) => ({ row, cells, ...(fonts && { fonts }) }));
  if (isTooLong(table)) return refuse(t.errors.too_many_rows);
  if (isTooLarge(table)) return refuse(t.files.refused.inflates_too_much);
  const { sheetName } = reading;
  const sheets = carriedSheets(reading.otherSheets);
  const undecided = { encoding: undefined, corrected: undefined };
  await showFile(context, req, res, { table, sheetName, sheets, unitId, fileName, ...undecided });
}

/** The table once more: in another encoding, with other columns, or another sheet of the file. */
async function submitTable(context: Context, req: Request, res: Response) {
  const carried = readCarriedTable(req.body);
  const sheet: unknown = req.body?.sheet;
  await showFile(context, req, res, typeof sheet === 'string' ? openSheet(carried, sheet) : carried);
}

async function sendTemplate(context: Context, req: Request, res: Response) {
  const unitId = typeof req.query['unit'] === 'string' && req.query['unit'] !== '' ? req.query['unit'] : undefined;
  const language = languageOf(req);
  const t = wordsIn(language);
  const { cluster, unit, categories, event } = await loadListFacts(context.db.read, actorOf(res), {
    clusterId: param(req, 'clusterId'),
    unitId,
  });
  const when = fullMoment(inZone(cluster.startsAt, cluster.zone), language);
  const bytes = await writeDelegateTemplate({
    words: t.files.template,
    columns: t.registration.columns,
    lines: [event.title, `${t.layout.cluster(cluster.number)} · ${when} · ${cluster.venue}`, unit.unitName],
    categories,
  });
  sendWorkbook(res, bytes, `Mau_dang_ky_Cum${cluster.number}.xlsx`);
}

/** The lines with an error, as they stand in the form, with what is wrong: fixed, the file can be uploaded again. */
async function sendErrorRows(context: Context, req: Request, res: Response) {
  const form = readDeskForm(req.body);
  const t = wordsIn(languageOf(req));
  const { plan } = await previewRegistration(context, actorOf(res), { ...form, clusterId: param(req, 'clusterId') });
  const bytes = await writeErrorSheet({
    words: t.files.errorSheet,
    columns: t.registration.columns,
    rows: plan.lines
      .filter((line) => line.kind === 'problem')
      .map((line) => ({
        row: rowNumber(line),
        typed: line.typed,
        problems: line.problems.map((problem) => problemSentence(problem, t)),
      })),
  });
  sendWorkbook(res, bytes, 'Dong_can_sua.xlsx');
}

function sendWorkbook(res: Response, bytes: Buffer, fileName: string): void {
  res
    .status(200)
    .set({
      'Content-Type': XLSX,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    })
    .send(bytes);
}
