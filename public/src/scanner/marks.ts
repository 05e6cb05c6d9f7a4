/** The large pictures of the verdicts: told apart without colour. Drawn on 100 by 100. */
import { svg } from '../dom/dom.ts';
import type { Mark } from './result-screen.ts';

const ROUND = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round', fill: 'none' };
const INK = '#14110f';

const drawings: Record<Mark, () => SVGElement[]> = {
  tick: () => [
    svg('circle', { cx: '50', cy: '50', r: '44', fill: '#fff' }),
    svg('path', { d: 'm29 52 14 14 29-32', stroke: '#0e6b5c', 'stroke-width': '10', ...ROUND }),
  ],
  clock: () => [
    svg('circle', { cx: '50', cy: '50', r: '43', fill: 'none', stroke: INK, 'stroke-width': '9' }),
    svg('path', { d: 'M50 25v27l17 11', stroke: INK, 'stroke-width': '9', ...ROUND }),
  ],
  hourglass: () => [
    svg('path', { d: 'M24 9h52M24 91h52', stroke: INK, 'stroke-width': '9', ...ROUND }),
    svg('path', {
      d: 'M31 10v15c0 11 15 15 15 25s-15 14-15 25v15M69 10v15c0 11-15 15-15 25s15 14 15 25v15',
      stroke: INK,
      'stroke-width': '8',
      ...ROUND,
    }),
    svg('path', { d: 'M40 86c2-8 18-8 20 0z', fill: INK }),
  ],
  signpost: () => [
    svg('path', {
      d: 'M50 96V6M50 12h30l14 13-14 13H50zM50 46H22L8 59l14 13h28z',
      fill: '#fff',
      stroke: '#fff',
      'stroke-width': '6',
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    }),
  ],
  calendar: () => [
    svg('rect', { x: '8', y: '15', width: '84', height: '77', rx: '10', fill: '#fff' }),
    svg('path', { d: 'M29 6v18M71 6v18', stroke: '#fff', 'stroke-width': '9', ...ROUND }),
    svg('path', { d: 'M8 38h84', stroke: '#274b86', 'stroke-width': '6' }),
    svg('path', { d: 'm38 54 24 24M62 54 38 78', stroke: '#274b86', 'stroke-width': '8', ...ROUND }),
  ],
  octagon: () => [
    svg('path', { d: 'M32 5h36l27 27v36L68 95H32L5 68V32z', fill: '#fff' }),
    svg('path', { d: 'm33 33 34 34M67 33 33 67', stroke: '#a8231f', 'stroke-width': '11', ...ROUND }),
  ],
  lock: () => [
    svg('path', { d: 'M32 45V32a18 18 0 0 1 36 0v13', stroke: '#fff', 'stroke-width': '9', ...ROUND }),
    svg('rect', { x: '16', y: '44', width: '68', height: '50', rx: '9', fill: '#fff' }),
    svg('path', { d: 'M50 62v13', stroke: '#a8231f', 'stroke-width': '9', ...ROUND }),
  ],
  diamond: () => [
    svg('path', {
      d: 'M50 4 96 50 50 96 4 50z',
      fill: INK,
      stroke: INK,
      'stroke-width': '4',
      'stroke-linejoin': 'round',
    }),
    svg('path', { d: 'M39 41c0-16 23-15 23-1 0 9-11 10-11 19', stroke: '#f6f0e6', 'stroke-width': '8', ...ROUND }),
    svg('circle', { cx: '51', cy: '72', r: '5', fill: '#f6f0e6' }),
  ],
  tray: () => [
    svg('path', { d: 'M8 56 24 14h52l16 42v30H8z', stroke: '#f2b64a', 'stroke-width': '7', ...ROUND }),
    svg('path', { d: 'M8 57h23c0 21 38 21 38 0h23', stroke: '#f2b64a', 'stroke-width': '7', ...ROUND }),
  ],
};

export const markOf = (mark: Mark): SVGElement =>
  svg('svg', { class: 'mark', viewBox: '0 0 100 100', 'aria-hidden': 'true' }, ...drawings[mark]());
