import { z } from 'zod';

const FARTHEST = 2;

/** The one of `words` that is written most like `word`; nothing where none is written much like it. */
export const nearest = (word: string, words: Iterable<string>): string | undefined => {
  const [best] = [...words]
    .map((candidate) => ({ candidate, far: distance(word, candidate) }))
    .filter(({ far }) => far <= FARTHEST)
    .sort((a, b) => a.far - b.far);
  return best?.candidate;
};

/** How many letters are to be put in, left out or exchanged to make one of the other (Levenshtein). */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  [...one].forEach((letter, index) => {
    let corner = index;
    let left = index + 1;
    row = row.map((above, at) => {
      if (at === 0) return index + 1;
      const exchanged = corner + (letter === other[at - 1] ? 0 : 1);
      corner = above;
      left = Math.min(left + 1, above + 1, exchanged);
      return left;
    });
  });
  return row.at(-1) ?? 0;
};

/** Every name of a member that a schema knows, at whatever depth. */
export const wordsIn = (schema: z.ZodType): ReadonlySet<string> => {
  const words = new Set<string>();
  const collect = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [name, inner] of Object.entries(part)) {
      if (name === 'properties' && typeof inner === 'object' && inner !== null)
        for (const word of Object.keys(inner)) words.add(word);
      collect(inner);
    }
  };
  collect(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return words;
};
