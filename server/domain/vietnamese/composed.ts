/** More marks than any letter of any language carries (Unicode Standard Annex #15, "Stream-Safe Text Format"). */
const HEAP_OF_MARKS = /(\p{M}{30})\p{M}+/gu;

/**
 * Letters and marks put together (NFC), or apart (NFD). Putting a heap of marks in order takes the square of its height,
 * minutes for what fits in a form, so every letter keeps thirty and loses the rest.
 */
export const composed = (text: string, form: 'NFC' | 'NFD' = 'NFC'): string =>
  text.replace(HEAP_OF_MARKS, '$1').normalize(form);
