/** A wanted correction as the organiser decides on it: what stands there now, and what the unit asks for. */
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { ChangeRequest } from '../../../../db/lists/change-requests.ts';
import { type Person, personById } from '../../../../db/people/people.ts';
import type { Context } from '../../../context.ts';
import { scopeOf } from '../../../domain/account.ts';
import type { RowField, TypedRow } from '../../../domain/list/row.ts';
import { addressed } from '../../../domain/vietnamese/person-name.ts';
import { found } from '../../../errors.ts';
import { setFlash } from '../../../http/page/flash.ts';
import { languageOf } from '../../../http/reader.ts';
import { actorOf } from '../../../http/route.ts';
import { type Words, wordsIn } from '../../../i18n/catalogue.ts';
import {
  approveCorrection,
  asWanted,
  type CorrectionApproval,
  wantedFields,
} from '../../../actions/people/approve-correction.ts';
import { fingerprintOf, typedOf } from '../../../actions/people/judge-person.ts';
import { problemSentence } from '../../../i18n/problem-sentence.ts';
import { links } from '../../links.ts';

export type CorrectionRequest = ChangeRequest & { rows: TypedRow[] };

/** What the page of a request shows instead of rows to add; undefined for a request to add rows. */
export async function wantedCorrection(
  context: Context,
  req: Request,
  res: Response,
  { request, asksSamePerson = false }: { request: CorrectionRequest; asksSamePerson?: boolean },
) {
  const { correction, decision } = request;
  if (!correction) return undefined;
  const t = wordsIn(languageOf(req));
  const person = found(await personById(context.db.read, scopeOf(actorOf(res)), correction.registrationId));
  // Once decided, what the person says today says nothing about what was asked.
  const before = (decision ? request.rows[0] : undefined) ?? typedOf(person);
  const wanted = asWanted(before, request.rows);
  return {
    fields: wantedFields(request.rows).map((field) => ({
      label: labelOf(field, t),
      before: before[field] || t.people.mergeEmpty,
      wanted: wanted[field] || t.people.mergeEmpty,
    })),
    beforeLabel: decision ? t.listStatus.requestColumns.before : t.listStatus.requestColumns.now,
    personHref: links.person(correction.registrationId),
    version: fingerprintOf(person),
    asksSamePerson,
  };
}

const labelOf = (field: RowField, t: Words): string =>
  field === 'category' ? t.registration.columns.category : t.people.fields[field];

/** The name the person has now; the wanted one may be another. */
export const nameOfWanted = ({ correction }: ChangeRequest): string => (correction ? addressed(correction) : '');

const approvalForm = z.object({ seen: z.string().max(64).catch(''), samePerson: z.string().catch('') });

export type RefusedApproval = { status: 422; note?: string; asksSamePerson?: boolean };

/** Carries the decision out and redirects, or says why not. */
export async function submitCorrectionApproval(
  context: Context,
  req: Request,
  res: Response,
  { request, refuse }: { request: ChangeRequest; refuse: (why: RefusedApproval) => Promise<void> },
): Promise<void> {
  const t = wordsIn(languageOf(req));
  const { seen: version, samePerson } = approvalForm.parse(req.body ?? {});
  const decision = { requestId: request.id, version, isSamePerson: samePerson === '1' };
  const result = await approveCorrection(context, actorOf(res), decision);
  switch (result.kind) {
    case 'approved':
      setFlash(res, 'correction_approved', await nameNow(context, result.request));
      return res.redirect(303, links.person(request.correction?.registrationId ?? ''));
    case 'decided_before':
      setFlash(res, 'change_decided_before');
      return res.redirect(303, links.changeRequest(request.id));
    case 'another_name':
      return refuse({ status: 422, asksSamePerson: true });
    case 'problems':
    case 'overtaken':
    case 'withdrawn':
      return refuse({ status: 422, note: whyNot(result, t) });
    default:
      throw new Error(`No such result: ${JSON.stringify(result satisfies never)}`);
  }
}

type Kept = Extract<CorrectionApproval, { kind: 'problems' | 'overtaken' | 'withdrawn' }>;

function whyNot(result: Kept, { listStatus, ...t }: Words): string {
  if (result.kind === 'overtaken') return listStatus.correctionOvertaken;
  if (result.kind === 'withdrawn') return listStatus.correctionWithdrawn;
  const { problems } = result.line;
  const [first] = [...problems].sort((left, right) => left.severity.localeCompare(right.severity));
  return listStatus.correctionBlocked(first ? problemSentence(first, { listStatus, ...t }) : '');
}

async function nameNow(context: Context, request: ChangeRequest): Promise<string> {
  const person: Person = found(
    await personById(context.db.read, { kind: 'all' }, request.correction?.registrationId ?? ''),
  );
  return addressed(person);
}
