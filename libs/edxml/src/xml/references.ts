import { FORBIDDEN_CHARACTER } from './characters.js';

const REFERENCE = /&(?:#x([\dA-Fa-f]+)|#(\d+)|(\w+));|&/g;

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['apos', "'"],
  ['gt', '>'],
  ['lt', '<'],
  ['quot', '"'],
]);

const LAST_CODE_POINT = 0x10ffff;

/**
 * `raw` with its references replaced, once: what comes out of one is text. Only the five predefined entities exist.
 *
 * @param refuse told the offset in `raw` of a reference that stands for nothing
 */
export const expandReferences = (
  raw: string,
  refuse: (offset: number, reason: string) => never,
): string => {
  if (!raw.includes('&')) return raw;
  let expanded = '';
  let done = 0;
  for (const reference of raw.matchAll(REFERENCE)) {
    const { 0: whole, index } = reference;
    const reason = whole === '&' ? '& is written &amp;' : `${whole} stands for nothing`;
    expanded += raw.slice(done, index) + (meaningOf(reference) ?? refuse(index, reason));
    done = index + whole.length;
  }
  return expanded + raw.slice(done);
};

const meaningOf = ([, hex, decimal, entity]: RegExpExecArray): string | undefined => {
  if (entity !== undefined) return PREDEFINED.get(entity);
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  if (!(code <= LAST_CODE_POINT)) return undefined;
  const character = String.fromCodePoint(code);
  return FORBIDDEN_CHARACTER.test(character) ? undefined : character;
};
