import { IncompletePacket, UnwritablePacket } from './packet.errors.js';
import { EDXML_NAMESPACE } from './parts.js';
import { FORBIDDEN_CHARACTER, trimmed } from './xml/characters.js';

/** An element to be written: its local name, and a text or the parts in it. One that says nothing is not written. */
export type Markup = readonly [name: string, content: string | undefined | readonly Markup[]];

/** How names are spelled: with the prefix that real packets use, or in the default namespace. */
export type Spelling = 'prefixed' | 'plain';

const PREFIX = 'edXML:';
const DECLARATION = ` xmlns:edXML="${EDXML_NAMESPACE}"`;
const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ['edXMLEnvelope', DECLARATION],
  ['edXMLManifest', ' version="1.0"'],
]);

/** A carriage return that is not escaped is read as a line feed. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['\r', '&#13;'],
]);

/**
 * The markup as lines, indented by two spaces for each level.
 *
 * @throws {UnwritablePacket} when a text holds a character that XML cannot carry
 */
export const renderMarkup = (markup: Markup, spelling: Spelling, depth: number): string => {
  if (!isSaying(markup)) return '';
  const [name, content] = markup;
  const indent = '  '.repeat(depth);
  const tag = spelling === 'prefixed' ? `${PREFIX}${name}` : name;
  const start = `${indent}<${tag}${ATTRIBUTES.get(name) ?? ''}>`;
  if (typeof content === 'string') return `${start}${escapeText(name, content)}</${tag}>\n`;
  const lines = content?.map((part) => renderMarkup(part, spelling, depth + 1)).join('') ?? '';
  return `${start}\n${lines}${indent}</${tag}>\n`;
};

const isSaying = ([, content]: Markup): boolean => {
  if (content === undefined) return false;
  return typeof content === 'string' ? trimmed(content) !== '' : content.some(isSaying);
};

const escapeText = (name: string, text: string): string => {
  if (FORBIDDEN_CHARACTER.test(text)) {
    throw new UnwritablePacket(`${name} holds a character that XML cannot carry`);
  }
  return trimmed(text).replace(/[&<>\r]/g, (character) => ESCAPES.get(character) ?? character);
};

/** @throws {IncompletePacket} when `text` is blank, for a reader would not find it */
export const needed = (path: string, text: string): string => {
  if (trimmed(text) === '') throw new IncompletePacket(path);
  return text;
};
