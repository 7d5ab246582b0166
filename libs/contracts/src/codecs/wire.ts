/** What a generated class holds, whether its constructor made it or not. */
export type Fields<M> = { readonly [K in keyof M]: M[K] };

/** What a proto3 message can leave out, although our events never do. */
export const present = <T>(value: T | null | undefined, field: string): T => {
  if (value === null || value === undefined) throw new Error(`${field} is missing`);
  return value;
};

/** Proto3 does not tell an empty text from none. */
export const text = (value: string | null | undefined): string => value ?? '';

/**
 * A 64-bit integer as a number. The generated code reads it as an object, whatever its types say.
 *
 * @throws {RangeError} above 2⁵³ − 1
 */
export const whole = (value: unknown): number => {
  const number = Number(value ?? 0);
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a safe integer: ${String(number)}`);
  return number;
};

/** A copy of its own: what comes off the wire is a window on a larger buffer. */
export const ownBytes = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);

/** A closed set of the domain's words and the enum numbers that stand for them. */
export interface Words<Word extends string, Value extends number> {
  toWire(word: Word): Value;
  /** @throws {Error} for a number that stands for no word, such as an enum's zero */
  fromWire(value: number | null | undefined): Word;
}

export const words = <Word extends string, Value extends number>(
  values: Readonly<Record<Word, Value>>,
): Words<Word, Value> => {
  const isWord = (text: string): text is Word => Object.hasOwn(values, text);
  const byValue = new Map<number, Word>(
    Object.keys(values)
      .filter(isWord)
      .map((word) => [values[word], word]),
  );
  return {
    toWire: (word) => values[word],
    fromWire: (value) => {
      const word = byValue.get(value ?? 0);
      if (word === undefined) throw new Error(`no word stands for ${String(value)}`);
      return word;
    },
  };
};
