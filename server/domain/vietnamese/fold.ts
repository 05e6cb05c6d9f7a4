import { composed } from './composed.ts';

/**
 * The key by which names are searched and compared: without marks, lower case, single spaces.
 * "ĐỖ Thị Ước" and "Ðỗ thị ươc" meet; "Hoà" and "Hòa" meet; NFC and NFD meet. Ð (U+00D0) is a common slip for Đ.
 * Folding also merges different people (An, Ân, Ấn), so it may warn of a duplicate but never decide one.
 */
export function fold(text: string): string {
  return composed(text, 'NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** True when every word of the query begins a word of the text: "ngo kho" finds "Ngô Nhựt Khởi". */
export function matchesSearch(text: string, query: string): boolean {
  const words = fold(text).split(' ');
  return fold(query)
    .split(' ')
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)));
}
