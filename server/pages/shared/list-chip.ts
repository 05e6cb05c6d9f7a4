import type { ListState } from '../../domain/list/list-status.ts';
import type { Words } from '../../i18n/catalogue.ts';

export type Chip = { word: string; tone: 'ok' | 'warn' | 'bad' | 'info' | 'none'; icon: string | undefined };

const looks: Record<ListState, Omit<Chip, 'word'>> = {
  not_started: { tone: 'none', icon: undefined },
  draft: { tone: 'warn', icon: 'pencil' },
  submitted: { tone: 'info', icon: 'send' },
  accepted: { tone: 'ok', icon: 'check' },
  returned: { tone: 'bad', icon: 'undo' },
};

/** How the state of a unit's list looks on every page that shows it. */
export const listChip = (state: ListState, t: Words): Chip => ({
  word: t.registration.listStates[state],
  ...looks[state],
});
