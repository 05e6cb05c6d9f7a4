/** Drafts: saved by the desk's script as JSON every few seconds, or by its button as a form. */
import { isRegistrar } from '../../domain/account.ts';
import type { Request, Response } from 'express';
import type { List } from '../../../db/lists/lists.ts';
import type { Context } from '../../context.ts';
import { sendApiError } from '../../http/error-handler.ts';
import { setFlash } from '../../http/page/flash.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, param, post, type Route, registers } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { links } from '../links.ts';
import { showDesk } from './desk-page.ts';
import { discardDraft } from '../../actions/lists/discard-draft.ts';
import { loadAndTellApart, loadReview } from './review/file-facts.ts';
import { type DeskForm, draftBody, readDeskForm } from './forms.ts';
import { typedRows } from '../../domain/list/row-json.ts';
import { joinDraft } from '../../actions/lists/join-draft.ts';
import { MOST_ROWS } from '../../domain/list/row-limits.ts';
import { loadList } from '../../actions/lists/list-facts.ts';
import { showReview } from './review/review-page.ts';
import { saveDraft } from '../../actions/lists/save-draft.ts';

export const draftRoutes = (context: Context): Route[] => [
  post('/clusters/:clusterId/draft', registers, (req, res) =>
    req.is('json') ? saveByScript(context, req, res) : saveByForm(context, req, res),
  ),
  post('/clusters/:clusterId/draft/discard', registers, async (req, res) => {
    const list = { clusterId: param(req, 'clusterId'), unitId: readDeskForm(req.body).unitId };
    const discarded = await discardDraft(context, actorOf(res), list);
    setFlash(res, 'draft_discarded');
    res.redirect(303, deskOf(discarded, res));
  }),
];

async function saveByScript(context: Context, req: Request, res: Response) {
  const actor = actorOf(res);
  const clusterId = param(req, 'clusterId');
  const body = draftBody.safeParse(req.body);
  if (!body.success) {
    await loadList(context.db.read, actor, { clusterId, unitId: undefined }); // a foreign cluster says nothing else
    const isTooLong = Array.isArray(req.body?.rows) && req.body.rows.length > MOST_ROWS;
    return sendApiError(req, res, { status: 422, code: isTooLong ? 'too_many_rows' : 'malformed_body' });
  }
  const { rows, version, unit } = body.data;
  const saved = await saveDraft(context, actor, {
    clusterId,
    unitId: unit || undefined,
    rows: typedRows(rows),
    version,
  });
  if (saved.kind === 'saved') return void res.json({ version: saved.version, savedAt: saved.at });
  const { draft } = saved;
  res.status(409).json({
    error: {
      code: 'draft_stale',
      message: wordsIn(languageOf(req)).errors.draft_stale,
      version: draft.version,
      ...(draft.saved && { savedBy: draft.saved.by, savedAt: draft.saved.at }),
    },
  });
}

async function saveByForm(context: Context, req: Request, res: Response) {
  const actor = actorOf(res);
  const words = wordsIn(languageOf(req));
  const form = readDeskForm(req.body);
  const list = { clusterId: param(req, 'clusterId'), unitId: form.unitId };
  const { cluster, unit } = await loadList(context.db.read, actor, list);
  if (form.rows.length > MOST_ROWS) {
    return showDesk(context, req, res, { status: 422, typed: form, problem: words.errors.too_many_rows });
  }
  if (form.joinsDraft) return joinByForm(context, req, res, { form, list: { cluster, unit } });
  const saved = await saveDraft(context, actor, { ...list, rows: form.rows, version: form.draftVersion ?? 0 });
  if (saved.kind === 'stale') return showDesk(context, req, res, { status: 409, typed: form, isStale: true });
  setFlash(res, 'draft_saved', String(form.rows.length), String(form.passedOver?.length ?? 0));
  res.redirect(303, deskOf({ cluster, unit }, res));
}

/** From the review back to the desk, with rows that came out of no draft or of one that has moved on. */
async function joinByForm(
  context: Context,
  req: Request,
  res: Response,
  { form: typed, list }: { form: DeskForm; list: DeskList },
) {
  const actor = actorOf(res);
  const clusterId = list.cluster.id;
  const form = await loadAndTellApart(context.db.read, actor, { clusterId, form: typed });
  const result = await joinDraft(context, actor, { ...form, clusterId });
  if (result.kind === 'draft_full') {
    const note = wordsIn(languageOf(req)).registration.draftFullToJoin;
    const review = await loadReview(context.db.read, actor, { clusterId, form });
    return showReview(context, req, res, { status: 422, form, review, plan: result.plan, note });
  }
  setFlash(res, 'draft_joined', String(result.joined), String(result.there));
  res.redirect(303, deskOf(list, res));
}

type DeskList = Pick<List, 'cluster' | 'unit'>;

const deskOf = ({ cluster, unit }: DeskList, res: Response): string =>
  links.desk({ clusterId: cluster.id, unitId: isRegistrar(actorOf(res)) ? undefined : unit.unitId });
