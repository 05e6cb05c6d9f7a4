/**
 * Whether a word is spelt as a Vietnamese syllable: onset, rhyme and a tone the rhyme can carry. Text read in the wrong
 * encoding ("NguyÔn", "Tieáng") fails here, so counting syllables tells one encoding from another. A statistic: ethnic
 * and foreign names fail too.
 */
import { composed } from './composed.ts';

const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '); // prettier-ignore

const RHYMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oe oem oen oeo oet
  oi om on ong ooc oong op ot oc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
  uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
  y yêm yên yêng yêt yêu`.split(/\s+/),
);

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** A rhyme closed by c, ch, p or t takes sắc or nặng only. */
const TONES_BEFORE_STOP = '\u0301\u0323';

/** True for "Nguyễn", "quý", "Thới"; the case does not matter, the marks do. */
export function isSyllable(word: string): boolean {
  const decomposed = composed(word, 'NFD').toLowerCase();
  const tones = decomposed.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const plain = decomposed.replace(TONES, '').normalize('NFC');
  const tone = tones[0];
  if (/[cpt]$|ch$/.test(plain) && (tone === undefined || !TONES_BEFORE_STOP.includes(tone))) return false;
  return RHYMES.has(plain) || ONSETS.some((onset) => plain.startsWith(onset) && RHYMES.has(plain.slice(onset.length)));
}
