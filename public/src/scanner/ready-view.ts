/** The screen that waits for a code: the picture, the last result, and the other ways in. */
import type { CameraTrouble } from './camera.ts';
import { button, el, svg } from '../dom/dom.ts';
import type { Ui } from './ui.ts';

export type Last = { icon: string; name: string; text: string };

export type ReadyView = {
  nodes: Node[];
  focus: () => void;
  video: HTMLVideoElement;
  showTrouble: (trouble: CameraTrouble) => void;
  showStarted: (abilities: { torch: boolean; otherCamera: boolean }) => void;
  setLast: (last: Last) => void;
};

export function readyView(
  { words, icon }: Ui,
  on: {
    search: () => void;
    typed: () => void;
    torch: () => Promise<boolean>;
    otherCamera: () => void;
    retry: () => void;
  },
): ReadyView {
  const video = el('video', { class: 'scene', autoplay: '', playsinline: '', 'aria-hidden': 'true' });
  video.muted = true;
  const message = el('p', {}, words.camera.starting);
  const retry = button({ className: 'sbtn main', onClick: on.retry }, icon('camera'), words.camera.retry);
  const trouble = el('div', { class: 'cam-note', role: 'status' }, message, retry);
  retry.hidden = true;
  const aim = aimFrame();
  const tip = el('p', { class: 'tip' }, el('span', {}, words.ready.tip));
  const camera = el('section', { class: 'cam', 'aria-label': words.ready.view }, video, aim, tip, trouble);
  setAiming(false);

  const last = el('p', { class: 'last', hidden: '' });

  const torchWord = el('span', {}, words.ready.torch);
  const torch = button({ className: 's-do', onClick: () => void lightUp() }, icon('torch'), torchWord);
  const otherCamera = button({ className: 's-do', onClick: on.otherCamera }, icon('refresh'), words.ready.otherCamera);
  torch.hidden = true;
  otherCamera.hidden = true;
  const actions = el(
    'nav',
    { class: 's-act', 'aria-label': words.ready.actions },
    button({ className: 's-do', onClick: on.search }, icon('search'), words.ready.search),
    button({ className: 's-do', onClick: on.typed }, icon('keyboard'), words.ready.typed),
    torch,
    otherCamera,
  );

  async function lightUp(): Promise<void> {
    const isOn = await on.torch();
    torch.setAttribute('aria-pressed', String(isOn));
    torchWord.textContent = isOn ? words.ready.torchOn : words.ready.torch;
  }

  function setAiming(isAiming: boolean): void {
    trouble.hidden = isAiming;
    tip.hidden = !isAiming;
    aim.toggleAttribute('hidden', !isAiming);
  }

  const heading = el('h1', { class: 'sr', tabindex: '-1' }, words.ready.heading);
  return {
    nodes: [heading, camera, last, actions],
    focus: () => heading.focus(),
    video,
    showTrouble(kind) {
      message.textContent = words.camera[kind];
      retry.hidden = kind === 'none' || kind === 'unsupported';
      torch.hidden = true;
      setAiming(false);
    },
    showStarted(abilities) {
      torch.hidden = !abilities.torch;
      otherCamera.hidden = !abilities.otherCamera;
      setAiming(true);
    },
    setLast({ icon: name, name: who, text }) {
      last.hidden = false;
      last.replaceChildren(
        icon(name, name === 'check-circle' ? 'ic c-brt' : 'ic'),
        el('span', { class: 'grow' }, el('b', { class: 'b' }, who), ' ', el('span', { class: 'muted' }, text)),
      );
    },
  };
}

function aimFrame(): SVGElement {
  const corners =
    'M4 64V34A30 30 0 0 1 34 4h30M206 4h30a30 30 0 0 1 30 30v30M266 206v30a30 30 0 0 1-30 30h-30M64 266H34a30 30 0 0 1-30-30v-30';
  const line = { d: corners, 'stroke-linecap': 'round' };
  return svg(
    'svg',
    { class: 'aim', viewBox: '0 0 270 270', fill: 'none', 'aria-hidden': 'true' },
    svg('path', { ...line, stroke: '#14110f', 'stroke-opacity': '.75', 'stroke-width': '12' }),
    svg('path', { ...line, stroke: '#fff', 'stroke-width': '6' }),
  );
}
