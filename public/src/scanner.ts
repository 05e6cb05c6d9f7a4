/** The door's page: pairs this phone, or opens the scanner when it is paired. */
import { openDecoder } from './scanner/decoder.ts';
import { openScanner } from './scanner/open-scanner.ts';
import { el } from './dom/dom.ts';
import { type Frame, openFrame } from './scanner/frame.ts';
import { pairingView } from './scanner/pairing-view.ts';
import { openQueue, type Queue } from './scanner/queue.ts';
import { type Ui, uiOf } from './scanner/ui.ts';

const root = document.querySelector<HTMLElement>('[data-door]');
if (root) void openDoor(root);

async function openDoor(page: HTMLElement): Promise<void> {
  const ui = uiOf(page);
  const queue = await openQueue().catch(() => undefined);
  if (!queue) return showNoStorage(page, ui);
  // Browsers clear what a site keeps when space is short, unless it asked. A refusal changes nothing.
  void navigator.storage?.persist?.();
  const frame = openFrame(page, ui);
  const device = await queue.device();
  if (!device) return await showPairing({ queue, frame, ui, wasRevoked: false });
  const decoder = openDecoder({
    script: page.dataset['worker'] ?? '',
    wasm: page.dataset['wasm'] ?? '',
    onEngine: (engine) => {
      page.dataset['engine'] = engine;
    },
  });
  const onUnpaired = () => void showPairing({ queue, frame, ui, wasRevoked: true });
  openScanner({ ui, queue, device, frame, decoder, onUnpaired });
}

type PairingNeeds = { queue: Queue; frame: Frame; ui: Ui; wasRevoked: boolean };

async function showPairing({ queue, frame, ui, wasRevoked }: PairingNeeds): Promise<void> {
  const { waiting } = await queue.count();
  frame.setIdle(ui.words.title);
  frame.show(pairingView({ queue, wasRevoked, stillKept: waiting }, ui, () => location.assign('/door')));
}

function showNoStorage(page: HTMLElement, { words }: Ui): void {
  page.replaceChildren(
    el(
      'div',
      { class: 'pad9', role: 'alert' },
      el('h1', { class: 'h9' }, words.failure.heading),
      el('p', {}, words.failure.storage),
    ),
  );
}
