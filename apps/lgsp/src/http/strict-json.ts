import { DuplicateJsonKey, MalformedJson } from './http.errors.js';

/**
 * Reads JSON in which every key of an object stands once: two readers never see two meanings.
 *
 * @throws {MalformedJson} when the text is not JSON
 * @throws {DuplicateJsonKey} when an object names a key twice
 */
export const parseStrictJson = (text: string): unknown => {
  const value = parse(text);
  const twice = duplicateKey(text);
  if (twice !== undefined) throw new DuplicateJsonKey(twice);
  return value;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MalformedJson(error instanceof Error ? error.message : 'not JSON', { cause: error });
  }
};

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

/** The text is known to be JSON, so a string that follows `{`, or `,` in an object, is a key. */
const duplicateKey = (text: string): string | undefined => {
  const open: (Set<string> | undefined)[] = [];
  let previous = '';
  for (const [token] of text.matchAll(TOKEN)) {
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
