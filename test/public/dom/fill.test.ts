import { expect } from 'chai';
import { fill } from '../../../public/src/dom/fill.ts';
import { door as en } from '../../../server/i18n/en/door.ts';
import { door as vi } from '../../../server/i18n/vi/door.ts';

/** Every sentence of a catalogue with its path. */
function sentences(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : sentences(value as object, `${path}${key}.`),
  );
}
const namesIn = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('scanner: filling sentences', () => {
  it('puts values in, every time they are named', () => {
    expect(fill('{count} lượt, {count} người', { count: 3 })).to.equal('3 lượt, 3 người');
  });

  it('takes a value as it is, also one that looks like a name or a pattern', () => {
    expect(fill('Đọc được {code}', { code: '{count} $& $1' })).to.equal('Đọc được {count} $& $1');
  });

  it('leaves a name without a value where everybody sees it', () => {
    expect(fill('Lúc {time}', {})).to.equal('Lúc {time}');
  });

  it('needs the same values in both languages', () => {
    const english = new Map(sentences(en.scanner));
    for (const [path, sentence] of sentences(vi.scanner)) {
      expect(namesIn(english.get(path) ?? ''), path).to.deep.equal(namesIn(sentence));
    }
  });

  it('travels to the phone whole: no word of the door is a function', () => {
    expect(JSON.parse(JSON.stringify(vi.scanner))).to.deep.equal(vi.scanner);
  });
});
