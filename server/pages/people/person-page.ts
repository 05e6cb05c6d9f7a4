/** Everything that is known of one delegate in one cluster, and everything that can be done about it. */
import type { Request, Response } from 'express';
import { changeRequestsOf } from '../../../db/lists/change-requests.ts';
import { clustersOfEvent } from '../../../db/events/clusters.ts';
import { inviteesOf } from '../../../db/letters/invitees.ts';
import {
  type Person,
  type PersonsRegistration,
  personById,
  registrationsOfDelegate,
} from '../../../db/people/people.ts';
import { historyOf } from '../../../db/people/person-history.ts';
import { admissionsOf } from '../../../db/door/scans.ts';
import { holderNow, keptEntry, successionsIn } from '../../../db/people/substitutions.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, scopeOf, isRegistrar } from '../../domain/account.ts';
import { attendanceOf } from '../../domain/door/attendance.ts';
import type { CheckedLine } from '../../domain/list/check-list.ts';
import { fullMoment, inZone } from '../../domain/words/document-date.ts';
import { earlierHolders, standsFor } from '../../domain/people/substitution.ts';
import { fold } from '../../domain/vietnamese/fold.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { found } from '../../errors.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, param } from '../../http/route.ts';
import { type Words, wordsIn } from '../../i18n/catalogue.ts';
import { type ListFacts, loadListFacts } from '../../actions/lists/list-facts.ts';
import { links } from '../links.ts';
import type { PersonForm } from './people-forms.ts';
import { momentIn, eventLines } from './person-events.ts';
import { personForm } from './person-form.ts';
import { otherClusters, lockedNote, namesOfClusters, registrationLines } from './person-clusters.ts';
import { fingerprintOf, typedOf, WHO_COMES } from '../../actions/people/judge-person.ts';
import { lockOn } from '../../actions/people/affected-registrations.ts';
import { letterButton, letterOffer, type PersonState, stateLines } from './person-state.ts';
import { whyNoSubstitute } from '../../actions/people/substitute-delegate.ts';

export type PersonPageFacts = { person: Person; facts: ListFacts };

/** @throws NotFound when the registration is not there for this actor; a withdrawn one is. */
export async function loadPerson(context: Context, req: Request, actor: Actor): Promise<PersonPageFacts> {
  const { read } = context.db;
  const person = found(await personById(read, scopeOf(actor), param(req, 'registrationId')));
  const facts = await loadListFacts(read, actor, { clusterId: person.clusterId, unitId: person.unitId });
  return { person, facts };
}

export type Refused = {
  status: number;
  form: PersonForm;
  line: CheckedLine;
  note: string;
  /** The name is another one than the invitation says: the form asks who it is. */
  asksSamePerson: boolean;
  /** The cluster in which a namesake was found: the form asks whether it is somebody else. */
  askedCluster: string;
};

export async function showPerson(
  context: Context,
  req: Request,
  res: Response,
  refused: Partial<Refused> = {},
): Promise<void> {
  const actor = actorOf(res);
  const language = languageOf(req);
  const t = wordsIn(language);
  const loaded = await loadPerson(context, req, actor);
  const { person, facts } = loaded;
  const { cluster } = facts;
  const registrations = await registrationsOfDelegate(context.db.read, person.delegateId);
  // The other clusters are named only for somebody who is in several, or could be.
  const hasSeveral = registrations.length > 1 || person.isOfCity;
  const clusters = hasSeveral ? await clustersOfEvent(context.db.read, { kind: 'all' }, person.eventId) : [];
  const registeredWhere = { registrations, clusters, t };
  await sendPage(req, res, 'people/person', {
    ...(refused.status !== undefined && { status: refused.status }),
    tab: 'registration',
    title: addressed(person),
    subtitle: t.people.subtitle(cluster.number, fullMoment(inZone(cluster.startsAt, cluster.zone), language)),
    unitName: person.unitName,
    note: refused.note,
    ...(await standing(context, loaded, t)),
    ...(await possibleActions(context, actor, loaded, t)),
    form: person.withdrawn ? undefined : await correctionForm(context, actor, loaded, { refused, registrations, t }),
    askedFor: await openRequests(context, loaded, t),
    shownDetails: shownDetails(person, t),
    lockedDetails: shownDetails(person, t).filter(({ field }) => WHO_COMES.includes(field)),
    lockedFields: WHO_COMES,
    everywhere: namesOfClusters(registeredWhere),
    registrations: registrationLines(person, registeredWhere),
    otherClusters: await otherClusters(context.db.read, actor, person, registeredWhere),
    askedCluster: refused.askedCluster,
    deskHref: links.desk({ clusterId: cluster.id, unitId: isRegistrar(actor) ? undefined : person.unitId }),
    arrangeHref: links.order({ clusterId: cluster.id, unitId: person.unitId }),
  });
}

/** Chips, the people who held the place, and the history. */
async function standing(context: Context, { person, facts }: PersonPageFacts, t: Words) {
  const { read } = context.db;
  const { closedAt, ...cluster } = facts.cluster;
  const { registrationId } = person;
  const invitees = person.withdrawn ? [] : await inviteesOf(read, { clusterId: cluster.id, scope: unitScope(person) });
  const successions = await successionsIn(read, cluster.id);
  const { predecessors } = successions;
  const holderId = holderNow(successions, registrationId) ?? registrationId;
  const holder = holderId === registrationId ? person : found(await personById(read, { kind: 'all' }, holderId));
  const leftId = keptEntry(successions, registrationId);
  const left = leftId === undefined ? undefined : found(await personById(read, { kind: 'all' }, leftId));
  const standsIn = standsFor(person, predecessors);
  const admissions = await admissionsOf(read, [registrationId]);
  const state: PersonState = {
    person,
    invitee: invitees.find((invitee) => invitee.registrationId === registrationId),
    presence: attendanceOf(admissions, closedAt === undefined ? cluster : { ...cluster, closedAt }).get(registrationId),
    isReplaced: holderId !== registrationId,
    zone: cluster.zone,
    t: t.people,
  };
  const holders = [...earlierHolders(holderId, predecessors), holder];
  return {
    states: stateLines(state),
    offer: letterOffer(state),
    standsFor: standsIn && t.people.standsFor(addressed(standsIn)),
    goneNote: person.withdrawn && goneNote({ left, holder: state.isReplaced ? holder : undefined }, t),
    leftLink: left && { href: links.person(left.registrationId), name: addressed(left) },
    goneReason: person.withdrawn && person.withdrawn.reason !== '' && t.people.goneWithReason(person.withdrawn.reason),
    holders: holders.length < 2 ? [] : holders.map((one) => holderLine(one, { registrationId, holderId, t })),
    events: eventLines(await historyOf(read, registrationId), t.people, cluster.zone),
    ...letterButton(state.invitee, t.people),
    passHref: state.invitee?.invitation ? links.pass(registrationId) : undefined,
  };
}

function goneNote(
  { left, holder }: { left: Person | undefined; holder: Person | undefined },
  { people }: Words,
): string {
  if (left) return people.mergedNote(addressed(left));
  return holder ? people.replacedNote(addressed(holder)) : people.withdrawnNote;
}

const unitScope = ({ unitId }: Person) => ({ kind: 'unit', unitId }) as const;

function holderLine(
  one: { registrationId: string; honorific: string; fullName: string },
  { registrationId, holderId, t }: { registrationId: string; holderId: string; t: Words },
) {
  return {
    name: addressed(one),
    href: one.registrationId === registrationId ? undefined : links.person(one.registrationId),
    state: one.registrationId === holderId ? undefined : t.people.replaced,
  };
}

async function possibleActions(context: Context, actor: Actor, { person, facts }: PersonPageFacts, t: Words) {
  const { read } = context.db;
  if (person.withdrawn)
    return {
      substituteHref: undefined,
      withdrawHref: undefined,
      mergeHref: undefined,
      twinsNote: undefined,
      twins: [],
    };
  const refusal = await whyNoSubstitute(read, actor, { old: person, facts, at: instant(context) });
  const others = facts.rules.known.filter(({ registrationId }) => registrationId !== person.registrationId);
  const twins = others.filter(({ nameFolded }) => nameFolded === fold(person.fullName));
  return {
    substituteHref: refusal ? undefined : links.substitute(person.registrationId),
    withdrawHref: links.withdraw(person.registrationId),
    mergeHref: others.length > 0 ? links.merge(person.registrationId) : undefined,
    twinsNote: twins.length > 0 ? t.people.namesakes(twins.length) : undefined,
    twins: twins.map(({ registrationId, fullName, position }) => ({
      href: `${links.merge(person.registrationId)}?with=${registrationId}`,
      label: t.people.mergeWith(fullName, position),
    })),
  };
}

async function correctionForm(
  context: Context,
  actor: Actor,
  { person, facts }: PersonPageFacts,
  { refused, registrations, t }: { refused: Partial<Refused>; registrations: readonly PersonsRegistration[]; t: Words },
) {
  const lock = await lockOn(context.db.read, actor, { person, facts, registrations, at: instant(context) });
  const isForOwnUnit = isRegistrar(actor);
  const held = new Set(person.categories.map(({ code }) => code));
  const mayUse = new Set(facts.categories.map(({ code }) => code));
  return {
    action: links.correct(person.registrationId),
    version: fingerprintOf(person),
    askHref: links.askCorrection(person.registrationId),
    lockedNote: lock && lockedNote(lock, facts.cluster.number, t.people),
    asksSamePerson: refused.asksSamePerson === true,
    ...personForm({
      typed: refused.form?.typed ?? typedOf(person),
      line: refused.line,
      categories: facts.rules.categories.filter(({ code }) => !isForOwnUnit || mayUse.has(code) || held.has(code)),
      overrideReason: isForOwnUnit ? undefined : (refused.form?.overrideReason ?? ''),
      t,
    }),
  };
}

/** What the unit has asked to correct of this person and nobody has decided on. */
async function openRequests(context: Context, { person, facts }: PersonPageFacts, t: Words) {
  const { registrationId, clusterId, unitId } = person;
  const requests = await changeRequestsOf(context.db.read, clusterId, unitId);
  return requests
    .filter(({ correction, decision }) => correction?.registrationId === registrationId && !decision)
    .map(({ id, askedAt }) => ({
      href: links.changeRequest(id),
      label: t.people.askedFor(momentIn(askedAt, facts.cluster.zone)),
    }));
}

/** A delegate who left cannot be changed; a locked form shows its fields for reading only. */
function shownDetails(person: Person, t: Words) {
  const typed = typedOf(person);
  const category = person.categories.map(({ code, name }) => `${code} · ${name}`).join('; ');
  return (['fullName', 'position', 'workplace', 'category', 'phone', 'email', 'note'] as const).map((field) => ({
    field,
    label: t.people.fields[field],
    value: (field === 'category' ? category : typed[field]) || t.layout.none,
  }));
}
