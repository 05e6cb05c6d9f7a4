/** The forms about the places of a cluster: what was typed, what it means, and what is wrong with it, by field. */
import { z } from 'zod';
import { reasonProblem } from '../../http/reason-form.ts';
import type { ListStatusWords } from '../../i18n/vi/list-status.ts';

const MOST_PLACES = 1000;

export type Problems<Field extends string> = Partial<Record<Field, string>>;

const typed = z.string().catch('');

/** A whole number of places, or undefined. "60" and " 60 " are numbers, "6 0" and "1e2" are not. */
function readCount(text: string, least: number): number | undefined {
  if (!/^\d{1,4}$/.test(text.trim())) return undefined;
  const count = Number(text.trim());
  return count >= least && count <= MOST_PLACES ? count : undefined;
}

const only = <Field extends string>(problems: Record<Field, string | undefined>): Problems<Field> =>
  Object.fromEntries(Object.entries(problems).filter(([, sentence]) => sentence !== undefined)) as Problems<Field>;

export type Reading<Typed, Field extends string, Meaning> =
  { kind: 'good'; typed: Typed; meaning: Meaning } | { kind: 'bad'; typed: Typed; problems: Problems<Field> };

const moveBody = z.object({ from: typed, to: typed, count: typed, reason: typed });
export type MoveTyped = z.infer<typeof moveBody>;
export type MoveField = keyof MoveTyped;

export function readMoveForm(
  body: unknown,
  words: ListStatusWords,
): Reading<MoveTyped, MoveField, { from: string; to: string; count: number; reason: string }> {
  const form = moveBody.parse(body ?? {});
  const count = readCount(form.count, 1);
  const reason = form.reason.trim();
  const problems = only<MoveField>({
    from: form.from === '' ? words.unitMissing : undefined,
    to: form.to === '' ? words.unitMissing : undefined,
    count: count === undefined ? words.countInvalid : undefined,
    reason: reasonProblem(reason, words),
  });
  if (count === undefined || Object.keys(problems).length > 0) return { kind: 'bad', typed: form, problems };
  return { kind: 'good', typed: form, meaning: { from: form.from, to: form.to, count, reason } };
}

const quotaBody = z.object({ unit: typed, quota: typed, reason: typed, seen: typed });
export type QuotaTyped = Omit<z.infer<typeof quotaBody>, 'seen'>;
export type QuotaField = keyof QuotaTyped;

export function readQuotaForm(
  body: unknown,
  words: ListStatusWords,
): Reading<QuotaTyped, QuotaField, { unitId: string; quota: number; reason: string; version: string }> {
  const { seen, ...form } = quotaBody.parse(body ?? {});
  const quota = readCount(form.quota, 0);
  const reason = form.reason.trim();
  const problems = only<QuotaField>({
    unit: form.unit === '' ? words.unitMissing : undefined,
    quota: quota === undefined ? words.quotaInvalid : undefined,
    reason: reasonProblem(reason, words),
  });
  if (quota === undefined || Object.keys(problems).length > 0) return { kind: 'bad', typed: form, problems };
  return { kind: 'good', typed: form, meaning: { unitId: form.unit, quota, reason, version: seen } };
}

const capacityBody = z.object({ max: typed, reason: typed, seen: typed });
export type CapacityTyped = Omit<z.infer<typeof capacityBody>, 'seen'>;
export type CapacityField = keyof CapacityTyped;

export function readCapacityForm(
  body: unknown,
  words: ListStatusWords,
): Reading<CapacityTyped, CapacityField, { max: number; reason: string; version: string }> {
  const { seen, ...form } = capacityBody.parse(body ?? {});
  const max = readCount(form.max, 1);
  const reason = form.reason.trim();
  const problems = only<CapacityField>({
    max: max === undefined ? words.countInvalid : undefined,
    reason: reasonProblem(reason, words),
  });
  if (max === undefined || Object.keys(problems).length > 0) return { kind: 'bad', typed: form, problems };
  return { kind: 'good', typed: form, meaning: { max, reason, version: seen } };
}
