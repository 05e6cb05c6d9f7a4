/** The form that sends somebody instead; what was typed stays when it cannot be taken. */
import type { Request, Response } from 'express';
import { personById } from '../../../db/people/people.ts';
import { type Context, instant } from '../../context.ts';
import { scopeOf, isRegistrar } from '../../domain/account.ts';
import type { CheckedLine } from '../../domain/list/check-list.ts';
import { emptyRow, type TypedRow } from '../../domain/list/row.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { found } from '../../errors.ts';
import { setFlash } from '../../http/page/flash.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, param } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { links } from '../links.ts';
import { type PersonForm, readPersonForm } from './people-forms.ts';
import { personForm } from './person-form.ts';
import { loadPerson } from './person-page.ts';
import { typedOf } from '../../actions/people/judge-person.ts';
import {
  type SubstituteResult,
  substituteDelegate,
  whyNoSubstitute,
} from '../../actions/people/substitute-delegate.ts';

export async function showSubstitute(
  context: Context,
  req: Request,
  res: Response,
  refused: { form: PersonForm; line?: CheckedLine; status?: number } | undefined = undefined,
): Promise<void> {
  const actor = actorOf(res);
  const t = wordsIn(languageOf(req));
  const { person, facts } = await loadPerson(context, req, actor);
  const href = links.person(person.registrationId);
  const refusal = await whyNoSubstitute(context.db.read, actor, { old: person, facts, at: instant(context) });
  if (refusal?.kind === 'withdrawn' || refusal?.kind === 'replaced') return res.redirect(303, href);
  const isForOwnUnit = isRegistrar(actor);
  const offered = [...facts.categories, ...facts.rules.categories.filter(({ code }) => isHeld(person, code))];
  await sendPage(req, res, 'people/substitute', {
    ...(refused && { status: refused.status ?? 422 }),
    tab: 'registration',
    title: t.people.substituteTitle(addressed(person)),
    backHref: href,
    refusal: refusal && t.people.cannotSubstitute[refusal.kind],
    action: links.substitute(person.registrationId),
    reason: refused?.form.reason ?? '',
    form: personForm({
      typed: refused?.form.typed ?? firstTyped(typedOf(person)),
      line: refused?.line,
      categories: isForOwnUnit ? [...new Set(offered)] : facts.rules.categories,
      overrideReason: isForOwnUnit ? undefined : (refused?.form.overrideReason ?? ''),
      t,
    }),
  });
}

const isHeld = (person: { categories: { code: string }[] }, code: string): boolean =>
  person.categories.some((category) => category.code === code);

/** A substitute comes for the same workplace in the same categories, and so with the same rank, unless told otherwise. */
const firstTyped = ({ workplace, category }: TypedRow): TypedRow => ({ ...emptyRow(), workplace, category });

export async function submitSubstitute(context: Context, req: Request, res: Response): Promise<void> {
  const form = readPersonForm(req.body);
  const registrationId = param(req, 'registrationId');
  // Typed as a correction and found to be somebody else: carried over to look at, not to write.
  if (form.isFilling) return showSubstitute(context, req, res, { form, status: 200 });
  const result = await substituteDelegate(context, actorOf(res), { registrationId, ...form });
  switch (result.kind) {
    case 'problems':
      return showSubstitute(context, req, res, { form, line: result.line });
    case 'present':
    case 'over':
      return showSubstitute(context, req, res, { form });
    case 'replaced':
      return showHolder(context, res, result.holderId);
    case 'withdrawn':
      setFlash(res, 'person_withdrawn');
      return res.redirect(303, links.person(registrationId));
    case 'substituted':
      flashSubstituted(res, result);
      return res.redirect(303, links.person(result.registrationId));
    default:
      throw new Error(`No such result: ${JSON.stringify(result satisfies never)}`);
  }
}

function flashSubstituted(res: Response, { old, draft, invited }: Extract<SubstituteResult, { kind: 'substituted' }>) {
  const code = {
    letter: 'substituted_letter',
    card: 'substituted_card',
    letter_held: 'substituted_held',
    over: 'substituted_over',
    not_yet: 'substituted',
  } as const;
  setFlash(res, code[invited], addressed(draft), addressed(old));
}

/** The form was sent twice, or somebody was faster: what came of it is shown, nothing is done again. */
async function showHolder(context: Context, res: Response, holderId: string): Promise<void> {
  const holder = found(await personById(context.db.read, scopeOf(actorOf(res)), holderId));
  setFlash(res, 'substituted_already', addressed(holder));
  res.redirect(303, links.person(holderId));
}
