/** The screen that follows a scan, before it is drawn: as plain facts, so that it can be tested as such. */
import type { Language } from '../../../server/domain/words/document-date.ts';
import type { ScannerWords } from '../../../server/i18n/vi/door.ts';

export type Tone = 'ok' | 'warn' | 'wrong' | 'stop' | 'unk' | 'kept';
export type Mark = 'tick' | 'clock' | 'signpost' | 'octagon' | 'hourglass' | 'calendar' | 'lock' | 'diamond' | 'tray';
export type Sound = 'valid' | 'already' | 'wrong' | 'revoked' | 'unknown' | 'kept';
export type Fact = { icon: string; main: string; sub?: string };

export type ResultScreen = {
  tone: Tone;
  mark: Mark;
  sound: Sound;
  heading: string;
  sub: string;
  /** One sentence for the screen reader. */
  spoken: string;
  name?: string;
  /** Position and workplace, or what was read. */
  about?: string;
  facts: Fact[];
  next: string;
  offersSearch: boolean;
  /** Only a yes goes away by itself. */
  goesOn: boolean;
};

/** The door that judges, and what the phone knows of the moment. */
export type Here = {
  words: ScannerWords;
  language: Language;
  zone: string;
  cluster: { number: number; venue: string };
  present: number | undefined;
  /** What was scanned. */
  code: string;
  /** True when the code has the form of one of ours. */
  looksLikeOurs: boolean;
};

/** The scan is in the queue and has no answer: calm, and nothing like a verdict. */
export const keptScreen = ({ words }: Pick<Here, 'words'>): ResultScreen => ({
  tone: 'kept',
  mark: 'tray',
  sound: 'kept',
  heading: words.kept.heading,
  sub: words.kept.sub,
  spoken: words.kept.spoken,
  facts: [
    { icon: 'inbox', main: words.kept.noLoss, sub: words.kept.byItself },
    { icon: 'sheet', main: words.kept.meanwhile, sub: words.kept.paper },
  ],
  next: words.verdict.next,
  offersSearch: false,
  goesOn: false,
});

export function refusedScreen(why: string, { words }: Pick<Here, 'words'>): ResultScreen {
  const said = words.refused;
  const isTyped = why === 'too_many_typed';
  return {
    tone: 'unk',
    mark: 'diamond',
    sound: 'unknown',
    heading: said.heading,
    sub: said.sub,
    spoken: said.spoken,
    facts: [
      isTyped
        ? { icon: 'info', main: said.tooManyTyped, sub: said.tooManyTypedWhatNow }
        : { icon: 'info', main: said.kept, sub: said.whatNow },
    ],
    next: words.verdict.again,
    offersSearch: isTyped,
    goesOn: false,
  };
}

/** The browser did not let the phone keep the scan: then it must not be sent either. */
export const unkeptScreen = ({ words }: Pick<Here, 'words'>): ResultScreen => ({
  tone: 'unk',
  mark: 'diamond',
  sound: 'unknown',
  heading: words.failure.notKept,
  sub: words.failure.notKeptSub,
  spoken: words.failure.notKept,
  facts: [{ icon: 'info', main: words.failure.storage }],
  next: words.verdict.again,
  offersSearch: false,
  goesOn: false,
});
