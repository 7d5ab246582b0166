import { DuplicateJsonKey, MalformedJson } from './http.errors.js';

/** Deeper than anything that the door takes, and shallow enough for every reader behind it. */
const NESTING_MAX = 32;

/**
 * Reads JSON in which every key of an object stands once: two readers never see two meanings.
 *
 * @throws {MalformedJson} when the text is not JSON, or nested deeper than 32 levels
 * @throws {DuplicateJsonKey} when an object names a key twice
 */
export const parseStrictJson = (text: string): unknown => {
  const written = keysWritten(text);
  const value = parse(text);
  const twice = written === keysHeld(value) ? undefined : duplicateKey(text);
  if (twice !== undefined) throw new DuplicateJsonKey(twice);
  return value;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The parser's own words quote the text, which may name persons.
    const place = error instanceof Error ? / at position \d+/.exec(error.message)?.[0] : undefined;
    throw new MalformedJson(`not JSON${place ?? ''}`, { cause: error });
  }
};

/**
 * How many keys are written in the text, where it is JSON: a colon outside of strings follows each.
 *
 * @throws {MalformedJson} when it is nested too deep; a parser that met millions of levels would remember each
 */
const keysWritten = (text: string): number => {
  let depth = 0;
  let keys = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case MARK.quote:
        at = endOfString(text, at) - 1;
        break;
      case MARK.colon:
        keys += 1;
        break;
      case MARK.brace:
      case MARK.bracket:
        depth += 1;
        if (depth > NESTING_MAX) throw new MalformedJson(TOO_DEEP);
        break;
      case MARK.braceEnd:
      case MARK.bracketEnd:
        depth -= 1;
        break;
    }
  }
  return keys;
};

const TOO_DEEP = `nested deeper than ${String(NESTING_MAX)} levels`;

const MARK = {
  quote: 0x22,
  colon: 0x3a,
  bracket: 0x5b,
  bracketEnd: 0x5d,
  brace: 0x7b,
  braceEnd: 0x7d,
} as const;

/** How many keys are left when of those that stand twice in an object one is. */
const keysHeld = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const members: readonly unknown[] = Object.values(value);
  const own = Array.isArray(value) ? 0 : members.length;
  return members.reduce<number>((keys, member) => keys + keysHeld(member), own);
};

/** The text is known to be JSON, so a string that follows `{`, or `,` in an object, is a key. */
const duplicateKey = (text: string): string | undefined => {
  const open: (Set<string> | undefined)[] = [];
  let previous = '';
  for (const token of tokensOf(text)) {
    const keys = OPENS_MEMBER.has(previous) ? open.at(-1) : undefined;
    if (keys !== undefined && token.startsWith('"')) {
      const key = String(JSON.parse(token));
      if (keys.has(key)) return key;
      keys.add(key);
    }
    nest(open, token);
    previous = token;
  }
  return undefined;
};

const OPENS_MEMBER = new Set(['{', ',']);

const nest = (open: (Set<string> | undefined)[], token: string): void => {
  if (token === '{') open.push(new Set());
  if (token === '[') open.push(undefined);
  if (token === '}' || token === ']') open.pop();
};

/** Strings, and what opens, closes and divides; of a text that is no JSON, what looks like them. */
function* tokensOf(text: string): Generator<string> {
  const start = /["{}[\],]/g;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const [mark] = found;
    if (mark === '"') start.lastIndex = endOfString(text, found.index);
    yield mark === '"' ? text.slice(found.index, start.lastIndex) : mark;
  }
}

/** A string may be an attachment of 50 MB: a regular expression that looks at each character runs out of stack. */
const endOfString = (text: string, start: number): number => {
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote === -1 ? text.length : quote + 1;
};

const isEscaped = (text: string, quote: number): boolean => {
  let first = quote;
  while (text.charAt(first - 1) === '\\') first -= 1;
  return (quote - first) % 2 === 1;
};
