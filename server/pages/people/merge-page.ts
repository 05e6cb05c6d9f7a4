/** Two entries side by side, field by field; a person chooses, nothing is merged by itself. */
import type { Request, Response } from 'express';
import type { Person } from '../../../db/people/people.ts';
import { registrationsOf } from '../../../db/people/registrations.ts';
import type { Context } from '../../context.ts';
import { type Actor, scopeOf } from '../../domain/account.ts';
import type { CheckedLine } from '../../domain/list/check-list.ts';
import { type Difference, differences, firstChoice, turned } from '../../domain/people/merge.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { setFlash } from '../../http/page/flash.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, param } from '../../http/route.ts';
import { type Words, wordsIn } from '../../i18n/catalogue.ts';
import { people as papersWords } from '../../i18n/vi/people.ts';
import { loadPair, mergedBefore, mergeDelegates, versionOf } from '../../actions/people/merge-delegates.ts';
import { type Pair, otherRegistrations } from '../../actions/people/merge-registrations.ts';
import { links } from '../links.ts';
import { type MergeForm, readMergeForm } from './people-forms.ts';
import { momentIn } from './person-events.ts';
import { loadPerson } from './person-page.ts';
import { typedOf } from '../../actions/people/judge-person.ts';
import { promotedNames } from '../shared/promoted-names.ts';
import { problemSentence } from '../../i18n/problem-sentence.ts';

type Refused = { form: MergeForm; note: string; line?: CheckedLine };

export async function showMerge(
  context: Context,
  req: Request,
  res: Response,
  refused: Refused | undefined = undefined,
): Promise<void> {
  const actor = actorOf(res);
  const t = wordsIn(languageOf(req));
  const { person, facts } = await loadPerson(context, req, actor);
  const href = links.person(person.registrationId);
  const withId = refused?.form.withId ?? (typeof req.query['with'] === 'string' ? req.query['with'] : '');
  const entries = { registrationId: person.registrationId, withId };
  const left = withId === '' ? undefined : await mergedBefore(context.db.read, actor, entries);
  if (left !== undefined) return res.redirect(303, links.person(left));
  if (person.withdrawn) return res.redirect(303, href);
  const pair = withId === '' ? undefined : await loadPair(context.db.read, actor, entries);
  const list = await registrationsOf(context.db.read, {
    clusterId: facts.cluster.id,
    scope: scopeOf(actor),
    unitId: person.unitId,
  });
  await sendPage(req, res, 'people/merge', {
    ...(refused && { status: 422 }),
    tab: 'registration',
    title: t.people.mergeTitle,
    subtitle: addressed(person),
    backHref: href,
    action: links.merge(person.registrationId),
    note: refused?.note ?? (withId !== '' && !pair ? t.people.mergeBothPresent : undefined),
    withId,
    choices: list
      .filter(({ id }) => id !== person.registrationId)
      .map((other) => ({ value: other.id, label: `${addressed(other)}, ${other.position}` })),
    otherClusters: pair && (await sayOtherClusters(context, actor, pair, t)),
    comparison: pair && comparison(pair, { refused, t, zone: facts.cluster.zone }),
  });
}

/** The other clusters a merge reaches: a guest of the city may be entered twice in several. */
async function sayOtherClusters(context: Context, actor: Actor, pair: Pair, t: Words): Promise<string | undefined> {
  const registrations = await otherRegistrations(context.db.read, actor, pair);
  if (registrations.length === 0) return undefined;
  const numbers = registrations.map(({ facts }) => facts.cluster.number).sort((left, right) => left - right);
  return t.people.mergeOtherClusters(numbers.map(t.layout.cluster).join(', '));
}

function comparison(
  { kept, duplicate }: Pair,
  { refused, t, zone }: { refused: Refused | undefined; t: Words; zone: string },
) {
  const about = (person: Person) => t.people.mergeOf(person.position, momentIn(person.submittedAt, zone));
  return {
    version: versionOf({ kept, duplicate }),
    kept: { name: addressed(kept), about: about(kept) },
    duplicate: { name: addressed(duplicate), about: about(duplicate) },
    rows: differences(typedOf(kept), typedOf(duplicate)).map((difference) => ({
      field: difference.field,
      label: difference.field === 'category' ? t.registration.columns.category : t.people.fields[difference.field],
      isSame: difference.isSame,
      options: difference.isSame ? [] : optionsOf(difference, { refused, t }),
      value: difference.kept || t.people.mergeEmpty,
      problem: problemOf(difference, refused, t),
    })),
  };
}

function optionsOf(difference: Difference, { refused, t }: { refused: Refused | undefined; t: Words }) {
  const chosen = refused?.form.choices.get(difference.field) ?? firstChoice(difference);
  const option = (value: 'stays' | 'goes' | 'both', label: string) => ({
    value,
    label,
    isChosen: value === chosen,
  });
  return [
    option('stays', difference.kept || t.people.mergeEmpty),
    option('goes', difference.duplicate || t.people.mergeEmpty),
    ...(difference.field === 'category' ? [option('both', t.people.mergeBoth)] : []),
  ];
}

function problemOf({ field }: Difference, refused: Refused | undefined, t: Words): string | undefined {
  const problem = refused?.line?.problems.find((one) => one.field === field && one.severity === 'error');
  return problem && problemSentence(problem, t);
}

export async function submitMerge(context: Context, req: Request, res: Response): Promise<void> {
  const actor = actorOf(res);
  const t = wordsIn(languageOf(req));
  const form = readMergeForm(req.body);
  const registrationId = param(req, 'registrationId');
  const { person } = await loadPerson(context, req, actor);
  const { withId } = form;
  const left = withId === '' ? undefined : await mergedBefore(context.db.read, actor, { registrationId, withId });
  if (left !== undefined) return showLeft(res, left);
  if (person.withdrawn) {
    setFlash(res, 'person_withdrawn');
    return res.redirect(303, links.person(registrationId));
  }
  if (withId === '') return showMerge(context, req, res, { form, note: t.people.mergeMissing });
  // The reason goes into the file, so it is Vietnamese for every reader.
  const reason = papersWords.mergeReason;
  const result = await mergeDelegates(context, actor, { registrationId, reason, ...form });
  switch (result.kind) {
    case 'merged_already':
      return showLeft(res, result.keptId);
    case 'overtaken':
      return showMerge(context, req, res, { form: ofSides(form, result.pair), note: t.people.mergeOvertaken });
    case 'both_present':
      return showMerge(context, req, res, { form, note: t.people.mergeBothPresent });
    case 'over':
    case 'two_substitutes':
    case 'present_elsewhere':
      return showMerge(context, req, res, { form, note: t.people.cannotMerge[result.kind](result.clusterNumber) });
    case 'problems':
      return showMerge(context, req, res, {
        form,
        note:
          result.otherCluster === undefined
            ? t.registration.saveBlocked
            : t.people.problemInOtherCluster(result.otherCluster),
        line: result.line,
      });
    case 'locked':
      return showMerge(context, req, res, { form, note: t.people.mergeLocked });
    case 'merged': {
      const name = addressed(result.pair.kept);
      if (result.promoted.length === 0) setFlash(res, 'merged', name);
      else {
        const names = promotedNames(result.promoted, actorOf(res), wordsIn(languageOf(req)));
        setFlash(res, 'merged_promoted', name, names);
      }
      return res.redirect(303, links.person(result.pair.kept.registrationId));
    }
    default:
      throw new Error(`No such result: ${JSON.stringify(result satisfies never)}`);
  }
}

/** The values chosen stay chosen, on whichever side their entry stands by now. */
const ofSides = (form: MergeForm, { kept }: Pair): MergeForm =>
  form.version.keptId === kept.registrationId ? form : { ...form, choices: turned(form.choices) };

/** One is left and nothing is done again. */
function showLeft(res: Response, registrationId: string): void {
  setFlash(res, 'merged_already');
  res.redirect(303, links.person(registrationId));
}
