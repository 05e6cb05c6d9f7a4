import { type Context } from '../../context.ts';
import type { Registration } from '../../../db/people/registrations.ts';
import type { Actor } from '../../domain/account.ts';
import { compareWithList, type FileRows, type ListComparison, registrationsOfList } from './compare-with-list.ts';
import { correctIn } from '../people/correct-delegate.ts';
import { loadListFacts } from './list-facts.ts';
import { typedOf } from '../people/judge-person.ts';
import { withdrawIn } from '../people/withdraw-delegate.ts';

export type WantedDifferences = {
  clusterId: string;
  unitId: string | undefined;
  file: FileRows;
  /** Registrations to correct as the file says, each with the fingerprint of what the clerk saw. */
  correct: ReadonlyMap<string, string>;
  /** Registrations that are a row of the file under another name, each as "row.fingerprint". */
  rename: ReadonlyMap<string, string>;
  /** Registrations to withdraw because the file has them no more. */
  withdraw: ReadonlySet<string>;
  reason: string;
  overrideReason: string;
};

export type CarriedOut = {
  corrected: Registration[];
  withdrawn: Registration[];
  promoted: Registration[];
  /** Left as they were: somebody else was quicker, or who comes is no longer the unit's to change. */
  refused: { registration: Registration; why: 'overtaken' | 'locked' | 'problems' | 'present' | 'over' }[];
};

/**
 * Corrects and withdraws what was ticked, in one transaction and by the rules of each. What the file says is compared
 * once more with the list as it is now: a difference that is none any more is passed over, so the same page may be sent
 * twice.
 */
export async function carryOutDifferences(
  context: Context,
  actor: Actor,
  wanted: WantedDifferences,
): Promise<CarriedOut> {
  return await context.db.write(async (tx) => {
    const facts = await loadListFacts(tx, actor, { ...wanted, overrides: wanted.overrideReason !== '' });
    const comparison = compareWithList(await registrationsOfList(tx, facts), { facts, file: wanted.file });
    const out: CarriedOut = { corrected: [], withdrawn: [], promoted: [], refused: [] };
    const asked = (comparison?.changed ?? []).map((one) => ({
      ...one,
      version: wanted.correct.get(one.registration.id),
    }));
    const renamed = (comparison?.renamed ?? []).map((one) => ({ ...one, version: versionInRow(wanted.rename, one) }));
    for (const { registration, changes, version } of [...asked, ...renamed]) {
      if (version === undefined) continue;
      const { overrideReason } = wanted;
      const typed = typedAs(registration, changes);
      const result = await correctIn(context, tx, {
        actor,
        registrationId: registration.id,
        typed,
        version,
        // Another name comes in only where it was ticked that it is the same person, spelt anew.
        isSamePerson: true,
        overrideReason,
      });
      switch (result.kind) {
        case 'corrected':
          out.corrected.push(registration);
          break;
        case 'overtaken':
        case 'locked':
        case 'problems':
          out.refused.push({ registration, why: result.kind });
          break;
        case 'another_name':
          out.refused.push({ registration, why: 'problems' });
          break;
        case 'unchanged':
        case 'withdrawn':
          break;
        default:
          throw new Error(`No such result: ${JSON.stringify(result satisfies never)}`);
      }
    }
    for (const registration of comparison?.gone ?? []) {
      // A delegate ticked as the same person is in the file after all.
      if (!wanted.withdraw.has(registration.id) || wanted.rename.has(registration.id)) continue;
      const { reason } = wanted;
      const result = await withdrawIn(context, tx, { actor, registrationId: registration.id, reason });
      if (result.kind === 'withdrawn') {
        out.withdrawn.push(registration);
        out.promoted.push(...result.promoted);
      } else out.refused.push({ registration, why: result.kind });
    }
    return out;
  });
}

/** The fingerprint the clerk saw, unless another row of the file looks like the person now. */
function versionInRow(
  rename: ReadonlyMap<string, string>,
  { registration, row }: { registration: Registration; row: number },
) {
  const [, number, version] = /^(\d{1,7})\.(.*)$/.exec(rename.get(registration.id) ?? '') ?? [];
  return number === String(row) ? version : undefined;
}

/** The person as stored, with the file's word in the cells that differ. */
const typedAs = (registration: Registration, changes: ListComparison['changed'][number]['changes']) => ({
  ...typedOf(registration),
  ...Object.fromEntries(changes.map(({ field, to }) => [field, to])),
});
