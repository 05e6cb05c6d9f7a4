import { loadPlan } from '../../../server/actions/events/load-plan.ts';
import type { TestApp } from '../../support/app.ts';
import { correctedPlan } from '../../support/plan-files.ts';

export type Other = { eventId: string; cluster: (number: number) => string; title: string };

/** Another event of the same units with one cluster, that of Phong Điền, which starts at the moment given. */
export async function addEvent(
  { context }: TestApp,
  { code, title, starts, ends }: { code: string; title: string; starts: string; ends: string },
): Promise<Other> {
  const plan = correctedPlan();
  const raw = { ...plan, event: { ...plan.event, code, title }, clusters: plan.clusters.slice(1, 2) };
  const loading = await loadPlan(context, { raw, actor: 'system' });
  if (loading.kind !== 'loaded') throw new Error(`Not loaded: ${loading.kind}`);
  await context.db.write((tx) =>
    tx
      .updateTable('cluster')
      .set({ starts_at: starts, ends_at: ends })
      .where('event_id', '=', loading.eventId)
      .execute(),
  );
  return {
    eventId: loading.eventId,
    title,
    cluster(number) {
      const id = loading.clusterIds.get(number);
      if (id === undefined) throw new Error(`No cluster ${number}.`);
      return id;
    },
  };
}
