/**
 * Adds up the shares of a cluster's units while somebody types, and moves the gauge. Settings: data-min, data-max, and
 * the sentences data-total, data-left, data-full, data-over, data-under. The fields carry data-share.
 */
import { quotaLengths, quotaSummary } from '../../../server/domain/seats/quota-summary.ts';

export function quotaGauge(region: HTMLElement): void {
  const { min = '', max = '', total = '', left = '', full = '', over = '', under = '' } = region.dataset;
  const words = { total, left, full, over, under };
  const part = (name: string) => region.querySelector<Element>(`[data-part="${name}"]`);

  region.addEventListener('input', (event) => {
    if (!(event.target instanceof HTMLElement) || !event.target.closest('form')) return;
    const frame = { sum: sumOf(region), min: Number(min), max: Number(max) };
    const summary = quotaSummary(frame, words);
    const lengths = quotaLengths(frame);
    part('shared')?.setAttribute('width', lengths.shared);
    part('over')?.setAttribute('width', lengths.over);
    part('frame')?.setAttribute('x', lengths.min);
    part('frame')?.setAttribute('width', lengths.frame);
    region.querySelector('[data-look]')?.setAttribute('data-look', summary.tone);
    say(part('total'), summary.total);
    say(part('note'), summary.note);
  });
}

/** Units that are to leave no longer count; what is no whole number counts when it becomes one. */
function sumOf(region: HTMLElement): number {
  const fields = [...region.querySelectorAll<HTMLInputElement>('[data-share]')];
  return fields.reduce((sum, field) => {
    const leaves = field.closest('tr')?.querySelector<HTMLInputElement>('input[name$=".remove"]')?.checked ?? false;
    return leaves || !/^\d{1,9}$/.test(field.value.trim()) ? sum : sum + Number(field.value.trim());
  }, 0);
}

function say(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
