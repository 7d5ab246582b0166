import { IncompletePacket, PacketRefusal } from '../packet.errors.js';
import { isEdxml, partOf } from '../parts.js';
import { readPacket } from '../read-packet.js';
import type { XmlElement } from '../xml/element.js';
import { parseXml } from '../xml/parse.js';
import { checkAttachments } from './check-attachments.js';
import { checkHeader } from './check-sayings.js';
import { checkStructure } from './check-structure.js';
import { checkValues } from './check-values.js';
import type { Deviation } from './deviation.js';
import { type CheckRule, isRefusal } from './rules.js';

const BYTE_ORDER_MARK = Buffer.from('\uFEFF');
const DECLARATION = Buffer.from('<?xml');

/**
 * Where a packet is not as the profile of docs/edxml.md has it, from its beginning to its end; what makes us refuse it among
 * them. Of what cannot be read as edXML this is where the reader gave up.
 */
export const checkPacket = (bytes: Uint8Array): readonly Deviation[] => {
  const checks = [checkContent, refusalOf].flatMap((check) => foundIn(() => check(bytes)));
  const found = [...checkFile(bytes), ...checks];
  return found
    .filter((one, at) => found.findIndex((other) => isSame(one, other)) === at)
    .sort((a, b) => a.line - b.line || a.column - b.column);
};

const refusalOf = (bytes: Uint8Array): readonly Deviation[] => {
  readPacket(bytes);
  return [];
};

const checkFile = (bytes: Uint8Array): readonly Deviation[] => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const isMarked = file.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
  const start = isMarked ? BYTE_ORDER_MARK.length : 0;
  const isDeclared = file.subarray(start, start + DECLARATION.length).equals(DECLARATION);
  return [
    ...(isMarked ? [atStart('byte-order-mark')] : []),
    ...(isDeclared ? [] : [atStart('xml-declaration-missing')]),
  ];
};

const atStart = (rule: CheckRule): Deviation => ({ line: 1, column: 1, rule, path: '' });

const checkContent = (bytes: Uint8Array): readonly Deviation[] => {
  const root = parseXml(bytes);
  if (!isEdxml(root, 'edXML')) return [];
  const checks = [checkStructure, checkHeaders, checkAttachments];
  return checks.flatMap((check) => foundIn(() => check(root)));
};

const checkHeaders = (root: XmlElement): readonly Deviation[] => {
  const header = partOf(partOf(root, 'edXMLEnvelope'), 'edXMLHeader');
  if (!header) return [];
  const valued = header.children.filter(({ name }) => VALUED.includes(name));
  return [...valued.flatMap(checkValues), ...foundIn(() => checkHeader(header))];
};

const VALUED = ['MessageHeader', 'TraceHeaderList'];

const isPacketRefusal = (error: unknown): error is PacketRefusal => error instanceof PacketRefusal;

/** What is found, or why it could not be looked for. */
const foundIn = (look: () => readonly Deviation[]): readonly Deviation[] => {
  try {
    return look();
  } catch (error) {
    if (!isPacketRefusal(error)) throw error;
    const { rule, reason: found, line = 1, column = 1 } = error;
    if (!isRefusal(rule)) throw error;
    return [
      { line, column, rule, path: error instanceof IncompletePacket ? error.path : '', found },
    ];
  }
};

const isSame = (one: Deviation, other: Deviation): boolean =>
  one.rule === other.rule && one.line === other.line && one.column === other.column;
