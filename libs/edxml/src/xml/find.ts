/** A call into native code costs more than to look at so many bytes one by one. */
const NEAR = 64;

/** Where `byte` comes next; `bytes.length` when nowhere. Most answers are near. */
export const nextByte = (bytes: Buffer, byte: number, start: number): number => {
  const near = Math.min(bytes.length, start + NEAR);
  for (let at = start; at < near; at += 1) if (bytes[at] === byte) return at;
  const found = bytes.indexOf(byte, near);
  return found === -1 ? bytes.length : found;
};

/** Where `word`, of two bytes at least, comes next; −1 when nowhere. */
export const nextWord = (bytes: Buffer, word: Buffer, start: number): number => {
  const near = Math.min(bytes.length - word.length, start + NEAR);
  for (let at = start; at <= near; at += 1) if (isAt(bytes, word, at)) return at;
  return bytes.indexOf(word, Math.max(start, near));
};

/** Whether `word` stands at the offset `at`. */
export const isAt = (bytes: Buffer, word: Buffer, at: number): boolean => {
  for (let of = 0; of < word.length; of += 1) if (bytes[at + of] !== word[of]) return false;
  return true;
};
