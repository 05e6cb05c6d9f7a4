/** What the page hands the grid in attributes of its form: the facts, the words, the icons. */
import type { GridFacts } from '../../../server/domain/list/desk-grid.ts';
import type { GridTexts } from '../../../server/i18n/vi/desk.ts';
import { type Icon, iconsOf } from '../dom/dom.ts';

export type Words = GridTexts;
export type Settings = GridFacts & { words: Words; icon: Icon };

export const settingsOf = ({ dataset }: HTMLElement): Settings => ({
  ...(JSON.parse(dataset['grid'] ?? '{}') as GridFacts),
  words: JSON.parse(dataset['words'] ?? '{}'),
  icon: iconsOf(dataset['icons'] ?? ''),
});
