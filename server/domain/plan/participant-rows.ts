/** The table of the units that take part: shares, order, who leaves, who is added. */
import type { EventSetup, SetupCluster } from './event-setup.ts';
import { isStanding } from './unit-rules.ts';
import { setUpProblem } from './set-up-problem.ts';
import type { FieldProblem } from './set-up-problem.ts';
import { givenNumber, isTicked, rowKeys, type Typed, textOf } from '../words/typed-fields.ts';
import { inWantedOrder, readOrder } from './wanted-order.ts';

/** `quota` as typed when it is no whole number; `field` is where the reader finds it. */
export type TypedQuota = { unitId: string; quota: number | string | undefined; field: string };

/** In the order wanted: what has no number keeps its place, who is added comes last. */
export function readParticipants(
  setup: EventSetup,
  stored: SetupCluster,
  typed: Typed,
): { quotas: TypedQuota[]; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const rows = stored.participants.flatMap(({ unitId, hasHistory, seated, waiting }, index) => {
    const name = (field: string) => `unit.${unitId}.${field}`;
    if (isTicked(typed, name('remove'))) {
      if (!hasHistory) return [];
      const unit = setup.units.find(({ id }) => id === unitId)?.name ?? '';
      problems.push({
        field: name('quota'),
        problem: setUpProblem('unit_has_delegates', { unit, count: seated + waiting }),
      });
    }
    const order = readOrder(textOf(typed, name('order')), index + 1);
    if (order === undefined) {
      const found = textOf(typed, name('order'));
      problems.push({ field: name('order'), problem: setUpProblem('order_unreadable', { found }) });
    }
    const place = index + 1;
    return [{ unitId, quota: givenNumber(typed, name('quota')), field: name('quota'), place, order: order ?? place }];
  });
  const quotas = inWantedOrder(rows).map(({ order: _, place: __, ...quota }) => quota);
  return { quotas: [...quotas, ...addedUnits(setup, stored, typed)], problems };
}

/** One unit chosen from the list, and all that are ticked: these with one share for each. */
function addedUnits(setup: EventSetup, stored: SetupCluster, typed: Typed): TypedQuota[] {
  const isThere = (id: string) => stored.participants.some(({ unitId }) => unitId === id);
  const isFree = (id: string) => setup.units.some((unit) => unit.id === id && isStanding(unit)) && !isThere(id);
  const one = typed.get('add.unit') ?? '';
  const ticked = rowKeys(typed, 'pick').filter((id) => isTicked(typed, `pick.${id}.on`) && id !== one);
  return [
    ...(isFree(one) ? [{ unitId: one, quota: givenNumber(typed, 'add.quota'), field: 'add.quota' }] : []),
    ...ticked.filter(isFree).map((unitId) => ({
      unitId,
      quota: givenNumber(typed, 'pickQuota') ?? 0,
      field: 'pickQuota',
    })),
  ];
}
