/** A correction the list no longer takes directly, sent to the organiser with a reason. */
import type { Request, Response } from 'express';
import { type Context, instant } from '../../context.ts';
import type { CheckedLine } from '../../domain/list/check-list.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { setFlash } from '../../http/page/flash.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, param } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { readReasonForm } from '../../http/reason-form.ts';
import { links } from '../links.ts';
import { type PersonForm, readPersonForm } from './people-forms.ts';
import { personForm } from './person-form.ts';
import { loadPerson } from './person-page.ts';
import { fingerprintOf, typedOf } from '../../actions/people/judge-person.ts';
import { lockOn } from '../../actions/people/affected-registrations.ts';
import { requestCorrection } from '../../actions/people/request-correction.ts';

export type RefusedWish = {
  form: PersonForm;
  line?: CheckedLine;
  note?: string;
  /** The reason as it was typed, and what is wrong with it. */
  reason?: string;
  problem?: string | undefined;
  asksSamePerson?: boolean;
};

export async function showAskCorrection(
  context: Context,
  req: Request,
  res: Response,
  refused: RefusedWish | undefined = undefined,
): Promise<void> {
  const actor = actorOf(res);
  const t = wordsIn(languageOf(req));
  const { person, facts } = await loadPerson(context, req, actor);
  const href = links.person(person.registrationId);
  const lock = await lockOn(context.db.read, actor, { person, facts, at: instant(context) });
  if (person.withdrawn || (!lock && !refused)) return res.redirect(303, href);
  const mayUse = new Set([...facts.categories, ...person.categories].map(({ code }) => code));
  await sendPage(req, res, 'desk/ask-correction', {
    ...(refused && { status: 422 }),
    tab: 'registration',
    title: t.people.askTitle(addressed(person)),
    subtitle: t.people.askWhat,
    backHref: href,
    action: links.askCorrection(person.registrationId),
    note: refused?.note,
    version: fingerprintOf(person),
    asksSamePerson: refused?.asksSamePerson === true,
    substituteHref: links.substitute(person.registrationId),
    reason: refused?.reason ?? '',
    problem: refused?.problem,
    form: personForm({
      typed: refused?.form.typed ?? typedOf(person),
      line: refused?.line,
      categories: facts.rules.categories.filter(({ code }) => mayUse.has(code)),
      overrideReason: undefined,
      t,
    }),
  });
}

export async function submitAskCorrection(context: Context, req: Request, res: Response): Promise<void> {
  const { people, listStatus } = wordsIn(languageOf(req));
  const form = readPersonForm(req.body);
  const registrationId = param(req, 'registrationId');
  const { reason, problem } = readReasonForm(req.body, listStatus);
  const refuse = (more: Partial<RefusedWish>) => showAskCorrection(context, req, res, { form, reason, ...more });
  if (problem !== undefined) return refuse({ problem });
  const result = await requestCorrection(context, actorOf(res), { registrationId, ...form, reason });
  switch (result.kind) {
    case 'asked':
      setFlash(res, 'correction_requested');
      return res.redirect(303, links.changeRequest(result.id));
    case 'withdrawn':
      setFlash(res, 'person_withdrawn');
      return res.redirect(303, links.person(registrationId));
    case 'problems': {
      const { line, otherCluster } = result;
      return refuse({ line, ...(otherCluster !== undefined && { note: people.problemInOtherCluster(otherCluster) }) });
    }
    case 'another_name':
      return refuse({ line: result.line, asksSamePerson: true });
    case 'overtaken':
      return refuse({ line: result.line, note: people.overtaken });
    case 'unchanged':
    case 'not_needed':
      return refuse({ line: result.line, note: people.askProblem[result.kind] });
    default:
      throw new Error(`No such result: ${JSON.stringify(result satisfies never)}`);
  }
}
