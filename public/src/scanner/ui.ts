/** What every screen of the scanner needs: the words, the language, the icons. The page hands them over in attributes. */
import type { Language } from '../../../server/domain/words/document-date.ts';
import type { ScannerWords } from '../../../server/i18n/vi/door.ts';
import { type Icon, iconsOf } from '../dom/dom.ts';

export type Ui = { words: ScannerWords; language: Language; icon: Icon };

export function uiOf(root: HTMLElement): Ui {
  const words: ScannerWords = JSON.parse(root.dataset['words'] ?? '{}');
  return {
    words,
    language: document.documentElement.lang === 'en' ? 'en' : 'vi',
    icon: iconsOf(root.dataset['icons'] ?? ''),
  };
}
