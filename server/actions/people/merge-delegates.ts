import { mergedInto } from '../../../db/people/merges.ts';
import { type Person, personById, setCategories, updateDelegate } from '../../../db/people/people.ts';
import type { Registration } from '../../../db/people/registrations.ts';
import { admissionsOf } from '../../../db/door/scans.ts';
import type { Reader } from '../../../db/schema.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, scopeOf, isOrganiser } from '../../domain/account.ts';
import type { CheckedLine, DelegateDraft } from '../../domain/list/check-list.ts';
import type { RowField } from '../../domain/list/row.ts';
import { type MergeChoice, mergedRow, whichIsKept } from '../../domain/people/merge.ts';
import { found } from '../../errors.ts';
import { loadListFacts } from '../lists/list-facts.ts';
import {
  detailsChanged,
  mergeOtherClusters,
  mergeRegistrations,
  type NoMerge,
  type Pair,
  type OtherRegistration,
  otherRegistrations,
  auditOtherClusters,
  whyNoMerge,
} from './merge-registrations.ts';
import { changedFields, fingerprintOf, judgePerson, typedOf } from './judge-person.ts';
import {
  firstLock,
  type Lock,
  lockOn,
  type AffectedRegistration,
  affectedRegistrations,
} from './affected-registrations.ts';
import { recordChanges } from './record-changes.ts';

export type Merge = {
  registrationId: string;
  withId: string;
  choices: ReadonlyMap<RowField, MergeChoice>;
  version: PairVersion;
  /** Kept with the withdrawal of the entry that goes. */
  reason: string;
};

export type MergeResult =
  | { kind: 'merged'; pair: Pair; promoted: Registration[] }
  /** One went into the other before: the form was sent twice. */
  | { kind: 'merged_already'; keptId: string }
  /** The other one stays by now, or an entry says something else than when the choice was made. */
  | { kind: 'overtaken'; pair: Pair }
  /** `otherCluster` is the number of another cluster whose list does not take the line. */
  | { kind: 'problems'; pair: Pair; line: CheckedLine; otherCluster?: number }
  | { kind: 'locked'; pair: Pair; why: 'deadline_passed' | 'list_locked' }
  | (NoMerge & { pair: Pair })
  /** The door let both in: they are two people, or one of the scans is wrong. */
  | { kind: 'both_present' };

/**
 * Makes one of two entries of the same person in one list, as somebody chose field by field; never by itself. The
 * earlier place stays, the other is withdrawn and comes free for those who wait; places in other clusters go along.
 */
export async function mergeDelegates(
  context: Context,
  actor: Actor,
  { registrationId, withId, choices, version, reason }: Merge,
): Promise<MergeResult> {
  const at = instant(context);
  return await context.db.write(async (tx): Promise<MergeResult> => {
    const keptId = await mergedBefore(tx, actor, { registrationId, withId });
    if (keptId !== undefined) return { kind: 'merged_already', keptId };
    const pair = await loadPair(tx, actor, { registrationId, withId });
    if (!pair) return { kind: 'both_present' };
    if (!isVersion(pair, version)) return { kind: 'overtaken', pair };
    const { kept, duplicate } = pair;
    const { clusterId, unitId, unitName, delegateId } = kept;
    const facts = await loadListFacts(tx, actor, { clusterId, unitId });
    const otherClusters = await otherRegistrations(tx, actor, pair);
    const doubles = otherClusters.flatMap((one) => (one.kind === 'double' ? [one] : []));
    const refusal = await whyNoMerge(
      tx,
      [
        { ...pair, cluster: facts.cluster, isOtherCluster: false },
        ...doubles.map((one) => ({
          kept: one.kept,
          duplicate: one.registration,
          cluster: one.facts.cluster,
          isOtherCluster: true,
        })),
      ],
      { at, isOrganiser: isOrganiser(actor) },
    );
    if (refusal) return { ...refusal, pair };
    const typed = mergedRow(typedOf(kept), typedOf(duplicate), choices);
    const line = judgePerson(typed, {
      facts,
      held: [...kept.categories, ...duplicate.categories],
      besides: [kept.registrationId, duplicate.registrationId],
    });
    if (!line.draft) return { kind: 'problems', pair, line };
    const { draft } = line;
    const isDouble = ({ registration }: AffectedRegistration) =>
      doubles.some((one) => one.kept.registrationId === registration.registrationId);
    const [, ...others] = await affectedRegistrations(tx, actor, { person: kept, typed, overrides: false });
    const affected = others.filter((one) => !isDouble(one));
    const wrong = affected.find((one) => !one.line.draft);
    if (wrong) return { kind: 'problems', pair, line: wrong.line, otherCluster: wrong.facts.cluster.number };
    const fields = changedFields(kept, draft, facts.rules.categories);
    const lock =
      (await lockOn(tx, actor, { person: kept, facts, at, fields })) ??
      lockInOtherCluster(actor, otherClusters, { draft, at });
    if (lock) return { kind: 'locked', pair, why: lock.why };
    await updateDelegate(tx, { delegateId, unitName, draft });
    await setCategories(tx, kept.registrationId, draft.categoryIds);
    const correction = await recordChanges(context, tx, { before: kept, fields });
    const acting = { at, actor, reason };
    const changed = { fields, correction };
    const promoted = [
      ...(await mergeRegistrations(context, tx, { pair, email: draft.email, facts, changed, ...acting })),
      ...(await mergeOtherClusters(context, tx, { kept, draft, otherClusters, ...acting })),
    ];
    await auditOtherClusters(context, tx, { affected, draft, correction, ...acting });
    return { kind: 'merged', pair, promoted };
  });
}

/** A list elsewhere that does not take what the merge would make of the person there. */
function lockInOtherCluster(
  actor: Actor,
  otherClusters: readonly OtherRegistration[],
  { draft, at }: { draft: DelegateDraft; at: string },
): Lock | undefined {
  for (const { kind, registration, facts } of otherClusters) {
    const fields = kind === 'double' ? [] : detailsChanged(registration, draft, facts);
    const lock = firstLock(actor, [{ facts }], { fields, at });
    if (lock) return lock;
  }
  return undefined;
}

/**
 * Two entries of one list that both hold a place, and which of them stays; undefined when neither may go.
 *
 * @throws NotFound when one is not there for this actor, or they are not of one list
 */
export async function loadPair(
  db: Reader,
  actor: Actor,
  { registrationId, withId }: { registrationId: string; withId: string },
): Promise<Pair | undefined> {
  const [one, other] = [await activePerson(db, actor, registrationId), await activePerson(db, actor, withId)];
  const isOneList = one.clusterId === other.clusterId && one.unitId === other.unitId;
  found(isOneList && one.registrationId !== other.registrationId ? one : undefined);
  const present = new Set((await admissionsOf(db, [registrationId, withId])).map((scan) => scan.registrationId));
  const entryOf = (person: Person) => ({ ...person, isPresent: present.has(person.registrationId) });
  return whichIsKept(entryOf(one), entryOf(other));
}

/** What the page shows of two entries, and what has to hold when the choice arrives. */
export const versionOf = ({ kept, duplicate }: Pair): PairVersion => ({
  keptId: kept.registrationId,
  kept: fingerprintOf(kept),
  duplicate: fingerprintOf(duplicate),
});

function isVersion(pair: Pair, version: PairVersion): boolean {
  const now = versionOf(pair);
  return now.keptId === version.keptId && now.kept === version.kept && now.duplicate === version.duplicate;
}

/**
 * Who is left of two entries of which one has gone into the other already; undefined for two that were never merged.
 *
 * @throws NotFound when one is not there for this actor
 */
export async function mergedBefore(
  db: Reader,
  actor: Actor,
  { registrationId, withId }: { registrationId: string; withId: string },
): Promise<string | undefined> {
  const steps = new Map<string, string[]>();
  for (const id of [registrationId, withId]) {
    found(await personById(db, scopeOf(actor), id));
    steps.set(id, [id, ...(await mergedInto(db, id))]);
  }
  const [one = [], other = []] = steps.values();
  return registrationId !== withId && one.at(-1) === other.at(-1) ? one.at(-1) : undefined;
}

async function activePerson(db: Reader, actor: Actor, registrationId: string): Promise<Person> {
  const person = found(await personById(db, scopeOf(actor), registrationId));
  return found(person.withdrawn ? undefined : person);
}

/** Which of two entries stayed on the page, and the fingerprints of both: what was chosen was chosen of them. */
export type PairVersion = { keptId: string; kept: string; duplicate: string };
