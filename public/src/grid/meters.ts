/** The bars beside the grid move with what is typed: registered people are solid, the rows of the grid are hatched. */
import { outlookOf } from '../../../server/domain/seats/outlook.ts';
import { seatsLeft } from '../../../server/domain/seats/seating.ts';
import { svg } from '../dom/dom.ts';
import { fill } from '../dom/fill.ts';
import type { Judged } from './judge.ts';
import type { Settings } from './settings.ts';

export type Meters = { show: (judged: Pick<Judged, 'heads' | 'byCategory'>) => void };

export function openMeters(page: ParentNode, { capacity, min, byCategory, rules, words }: Settings): Meters {
  const { quota, max, seatedInUnit, seatedInCluster } = capacity;
  const said = words.meters;
  const find = (name: string) => page.querySelector<HTMLElement>(`[data-meter="${name}"]`);
  const say = (name: string, text: string, tone: string) => {
    const element = find(name);
    if (!element) return;
    element.textContent = text;
    element.className = `sm ${tone}`;
  };

  const wholeBefore = find('whole')?.textContent ?? '';

  function showQuota(heads: number): void {
    const used = find('used');
    if (used) used.textContent = fill(said.used, { used: seatedInUnit + heads, quota });
    const bar = find('bar')?.querySelector('svg');
    bar?.setAttribute('aria-label', fill(said.bar, { seated: seatedInUnit, rows: heads, quota }));
    if (bar) stretch(hatchIn(bar, '.p-bg'), ((seatedInUnit + heads) / Math.max(1, quota)) * 100);
    const left = seatsLeft(capacity) - heads;
    if (left > 0) say('left', fill(said.left, { left }), 'muted');
    else if (left === 0) say('left', said.full, 'muted');
    else say('left', fill(said.over, { over: -left }), 'c-warn b');
  }

  function showCluster(heads: number): void {
    const outlook = outlookOf(seatedInCluster + heads, { min, max });
    say('outlook', fill(words.outlook[outlook.kind], outlook), outlook.kind === 'enough' ? 'c-ok b' : 'c-warn b');
    const gauge = find('gauge')?.querySelector('svg');
    if (!gauge) return;
    say('whole', heads > 0 ? fill(said.whole, { seated: seatedInCluster, rows: heads }) : wholeBefore, 'muted');
    gauge.setAttribute('aria-label', fill(said.gauge, { seated: seatedInCluster, rows: heads, min, max }));
    // The scale is the server's: the tick of the maximum says where it ends.
    const percentOfMax = Number.parseFloat(gauge.querySelectorAll('line')[1]?.getAttribute('x1') ?? '');
    stretch(hatchIn(gauge, '.g-track'), ((seatedInCluster + heads) / max) * percentOfMax);
  }

  function showCategories(rows: Judged['byCategory']): void {
    for (const { id, code } of rules.categories) {
      const element = page.querySelector(`[data-category="${CSS.escape(code)}"]`);
      if (element) element.textContent = String((byCategory[code] ?? 0) + (rows.get(id) ?? 0));
    }
  }

  return {
    show({ heads, byCategory: rows }) {
      showQuota(heads);
      showCluster(heads);
      showCategories(rows);
    },
  };
}

/** The hatched bar lies over the track and under the solid one. */
function hatchIn(picture: SVGElement, track: string): SVGElement {
  const known = picture.querySelector<SVGElement>('.g-rows');
  if (known) return known;
  const under = picture.querySelector(track);
  const rect = svg('rect', { class: 'g-draft g-rows', x: '0', width: '0%' });
  for (const name of ['y', 'height', 'rx']) rect.setAttribute(name, under?.getAttribute(name) ?? '0');
  under?.after(rect);
  return rect;
}

const stretch = (bar: SVGElement, percent: number) =>
  bar.setAttribute('width', `${Math.max(0, Math.min(100, percent)).toFixed(2)}%`);
