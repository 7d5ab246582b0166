/** Grave, acute, tilde, hook above, dot below: the tones of Vietnamese, as marks of their own. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /\p{M}/gu;
const NO_WORD = /[^\p{L}\p{N}]+/u;

/** What is longer is cut; nobody writes such words, and keys are made of them. */
const LONGEST = 64;

/** The letters without any mark: `Báo cáo` is `bao cao`. */
export const plain = (text: string): string =>
  text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(MARKS, '');

/** Each word of a text once, in small letters. */
export const wordsIn = (text: string): readonly string[] => {
  const words = text.normalize('NFC').toLowerCase().split(NO_WORD);
  return [...new Set(words.filter((word) => word !== '').map((word) => word.slice(0, LONGEST)))];
};

/** Whether there is anything in the text that can be looked for. */
export const hasWords = (text: string): boolean => wordsIn(text).length > 0;

/** What the words of a text are found by, each once. */
export const plainWords = (text: string): readonly string[] => [
  ...new Set(wordsIn(text).map(plain)),
];

/**
 * Whether a word that is looked for means one of a text. Marks that both bear have to be the same: `bảo` is not `báo`, and
 * `bao` may be either. Where the tone is put does not matter: `hoà` is `hòa`.
 */
export const means = (wanted: string, word: string): boolean => {
  const letters = plain(wanted);
  if (letters !== plain(word)) return false;
  return letters === wanted || letters === word || spelled(wanted) === spelled(word);
};

/** The vowels first and the tone after them. */
const spelled = (word: string): string => {
  const parts = word.normalize('NFD');
  return parts.replace(TONES, '').normalize('NFC') + (parts.match(TONES) ?? []).join('');
};
