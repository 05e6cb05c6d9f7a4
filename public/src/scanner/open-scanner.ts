/** The working scanner of a paired phone: from a code to a verdict and back to the next code. */
import { clock, inZone } from '../../../server/domain/words/document-date.ts';
import { readPassCode } from '../../../server/domain/door/pass-code.ts';
import type { Verdict } from '../../../server/domain/door/verdict.ts';
import type { Settled } from './acks.ts';
import { Camera } from './camera.ts';
import type { Decoder } from './decoder.ts';
import { fill } from '../dom/fill.ts';
import type { Frame } from './frame.ts';
import { type Judgement, judged, openJudge } from './judge.ts';
import { openConnection } from './connection.ts';
import type { Device, Queue, QueuedScan, ScanDraft } from './queue.ts';
import { readyView } from './ready-view.ts';
import { keptScreen, type ResultScreen, refusedScreen, unkeptScreen } from './result-screen.ts';
import { resultView } from './result-view.ts';
import { watchSameCode } from './same-code.ts';
import { searchView } from './search-view.ts';
import { play, unlockSound } from './sound.ts';
import { startView } from './start-view.ts';
import { typedView } from './typed-view.ts';
import type { Ui } from './ui.ts';
import { listenForUsbScanner } from './usb-input.ts';
import { shorten, verdictScreen } from './verdict-words.ts';
import { keepAwake } from './wake-lock.ts';

/** A raw text of a foreign code can be long; the server takes 300 characters. */
const MOST_CODE = 300;

export function openScanner({
  ui,
  queue,
  device,
  frame,
  decoder,
  onUnpaired,
}: {
  ui: Ui;
  queue: Queue;
  device: Device;
  frame: Frame;
  decoder: Decoder;
  onUnpaired: () => void;
}): void {
  const { words } = ui;
  const sameCode = watchSameCode();
  let isStarted = false;
  let isClosed = false;
  let isBusy = false;
  /** The result on the screen: whether a USB scan may take its place, which scan still waits, how it is left. */
  let result: { goesOn: boolean; keptId: string | undefined; code: string; leave: () => void } | undefined;

  const connection = openConnection({
    queue,
    device,
    frame,
    rosterNote: (roster) => fill(words.net.rosterAt, { time: clock(inZone(roster.takenAt, roster.cluster.zone)) }),
    on: { drained: showDrained, unpaired: close },
  });
  const judge = openJudge({ queue, device, uplink: connection.uplink, readClock: connection.readClock });
  const ready = readyView(ui, {
    search: showSearch,
    typed: showTyped,
    torch: () => camera.switchTorch(),
    otherCamera: () => void camera.switchCamera(),
    retry: () => void camera.start(),
  });
  const camera = new Camera({
    video: ready.video,
    decoder,
    on: { text: (text) => take(text, 'camera'), started: ready.showStarted, trouble: ready.showTrouble },
  });

  frame.setPlace({ number: device.cluster.number, gate: device.gate, venue: device.cluster.venue });
  frame.setHome(ready.nodes);
  listenForUsbScanner((text) => take(text, 'usb'));
  showStart();

  function showStart(): void {
    isStarted = false;
    camera.stop();
    keepAwake(false);
    const view = startView(ui, () => {
      unlockSound();
      keepAwake(true);
      isStarted = true;
      showReady();
      void camera.start();
    });
    frame.show(view.nodes);
    view.focus();
  }

  function showReady(): void {
    leaveResult();
    if (isStarted) {
      camera.look(true);
      frame.show('home', { label: words.stop, go: showStart });
      ready.focus();
    } else showStart();
  }

  function showSearch(): void {
    leaveResult();
    camera.look(false);
    const view = searchView(connection.roster(), ui, {
      admit: ({ registrationId }) => void decide({ code: '', method: 'search', registrationId }),
      back: showReady,
    });
    frame.show(view.nodes, { label: words.back, go: showReady });
    view.focus();
  }

  function showTyped(): void {
    leaveResult();
    camera.look(false);
    const view = typedView(ui, { code: (code) => void decide({ code, method: 'typed' }), back: showReady });
    frame.show(view.nodes, { label: words.back, go: showReady });
    view.focus();
  }

  /** A code that was read, by the camera or a USB scanner. */
  function take(text: string, method: 'camera' | 'usb'): void {
    // Only a yes may be replaced unseen; every other verdict waits for a thumb.
    if (isClosed || isBusy || (result && !result.goesOn)) return;
    const code = readPassCode(text)?.code ?? text.trim().slice(0, MOST_CODE);
    if (sameCode.isNew(code, performance.now())) void decide({ code, method });
  }

  async function decide(draft: ScanDraft): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    camera.look(false);
    frame.setBusy(true);
    const judgement = await judge(draft).catch(() => undefined);
    frame.setBusy(false);
    isBusy = false;
    if (isClosed) return;
    if (judgement) showJudgement(judgement);
    else showResult(unkeptScreen(ui), { code: draft.code });
    if (judgement?.kind === 'verdict') void connection.uplink.drain();
  }

  function showJudgement(judgement: Judgement): void {
    const { scan } = judgement;
    void connection.refresh();
    if (judgement.kind === 'kept') showResult(keptScreen(ui), { code: scan.code, keptId: scan.id });
    else if (judgement.kind === 'refused') showResult(refusedScreen(judgement.why, ui), { code: scan.code });
    else showVerdict(scan, judgement.verdict);
  }

  function showVerdict(scan: QueuedScan, verdict: Verdict): void {
    const screen = verdictScreen(verdict, {
      ...ui,
      zone: connection.zone(),
      cluster: connection.roster()?.cluster ?? device.cluster,
      present: connection.count()?.present,
      code: scan.code,
      looksLikeOurs: readPassCode(scan.code) !== undefined,
    });
    if (verdict.kind === 'admitted') connection.noteAdmitted(verdict.registrationId, verdict.at);
    ready.setLast({
      icon: verdict.kind === 'admitted' ? 'check-circle' : 'info',
      name: screen.name ?? shorten(scan.code),
      text: fill(words.ready.last, {
        time: clock(inZone(scan.at, connection.zone())),
        verdict: words.verdict.short[verdict.kind],
      }),
    });
    showResult(screen, { code: scan.code });
  }

  function showResult(screen: ResultScreen, { code, keptId }: { code: string; keptId?: string }): void {
    leaveResult();
    camera.look(false);
    const view = resultView(screen, ui, { next: showReady, search: showSearch });
    result = { goesOn: screen.goesOn, keptId, code, leave: view.leave };
    sameCode.hold(code, performance.now());
    play(screen.sound);
    frame.say(screen.spoken);
    frame.show(view.nodes, { label: words.back, go: showReady });
    view.focus();
  }

  function leaveResult(): void {
    if (!result) return;
    result.leave();
    sameCode.hold(result.code, performance.now());
    result = undefined;
    frame.say('');
  }

  /** Scans that had waited have their answers; if one of them is still on the screen, its verdict takes over. */
  function showDrained(scans: readonly QueuedScan[], settled: readonly Settled[]): void {
    const shown = settled.find(({ id }) => id === result?.keptId);
    const scan = scans.find(({ id }) => id === shown?.id);
    const admitted = settled.filter((one) => one.kind === 'answered' && one.verdict.kind === 'admitted').length;
    ready.setLast({ icon: 'send', name: '', text: fill(words.ready.sent, { count: settled.length, admitted }) });
    if (scan && shown) showJudgement(judged(scan, shown));
  }

  function close(): void {
    if (isClosed) return;
    isClosed = true;
    result?.leave();
    camera.stop();
    keepAwake(false);
    connection.close();
    onUnpaired();
  }
}
