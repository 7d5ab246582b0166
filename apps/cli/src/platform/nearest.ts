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
  Array.from(one).forEach((letter, index) => {
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
    for (const [name, inner] of membersOf(part)) {
      if (name === 'properties') for (const [word] of membersOf(inner)) words.add(word);
      collect(inner);
    }
  };
  collect(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return words;
};

const membersOf = (part: unknown): readonly (readonly [string, unknown])[] =>
  typeof part === 'object' && part !== null ? Object.entries(part) : [];
