/** The icon sprite: our names for the pictures we use, drawn by Lucide (ISC, see public/static/LICENSES.md). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../server/root.ts';

const names: Record<string, string> = {
  check: 'check',
  'check-circle': 'circle-check',
  clock: 'clock',
  alert: 'triangle-alert',
  stop: 'octagon-x',
  x: 'x',
  question: 'circle-question-mark',
  sign: 'signpost',
  info: 'info',
  pencil: 'pencil',
  mail: 'mail',
  send: 'send',
  bounce: 'mail-x',
  inbox: 'inbox',
  qr: 'qr-code',
  search: 'search',
  'user-plus': 'user-plus',
  user: 'user',
  users: 'users',
  swap: 'arrow-left-right',
  printer: 'printer',
  download: 'download',
  upload: 'upload',
  sheet: 'sheet',
  file: 'file-text',
  lock: 'lock',
  'wifi-off': 'wifi-off',
  wifi: 'wifi',
  undo: 'undo-2',
  redo: 'redo-2',
  out: 'log-out',
  back: 'arrow-left',
  next: 'chevron-right',
  calendar: 'calendar',
  pin: 'map-pin',
  phone: 'phone',
  device: 'smartphone',
  torch: 'flashlight',
  camera: 'camera',
  keyboard: 'keyboard',
  trash: 'trash-2',
  plus: 'plus',
  eye: 'eye',
  refresh: 'refresh-cw',
  link: 'link',
  board: 'presentation',
  settings: 'settings',
  help: 'circle-help',
  more: 'ellipsis',
  right: 'chevron-right',
  down: 'chevron-down',
  pause: 'pause',
  play: 'play',
  wand: 'wand-sparkles',
  coin: 'circle-dollar-sign',
  battery: 'battery',
  sync: 'refresh-cw',
  call: 'phone',
  copy: 'copy',
  'eye-off': 'eye-off',
  unlock: 'lock-open',
  key: 'key-round',
  history: 'history',
  building: 'building-2',
  'arrow-up': 'arrow-up',
  'arrow-down': 'arrow-down',
  sort: 'arrow-down-up',
  merge: 'merge',
};

export function iconSprite(): string {
  const folder = join(root, 'node_modules', 'lucide-static', 'icons');
  const symbols = Object.entries(names).map(([ours, theirs]) => {
    const svg = readFileSync(join(folder, `${theirs}.svg`), 'utf8');
    const inside = svg
      .replace(/^[\s\S]*?<svg[^>]*>/, '')
      .replace(/<\/svg>\s*$/, '')
      .replace(/\s+/g, ' ')
      .trim();
    return `<symbol id="${ours}" viewBox="0 0 24 24">${inside}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
}
