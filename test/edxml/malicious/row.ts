import type { RefusalRule } from '@lienthong/edxml';
import { sampleText } from '../samples.js';

/** A packet that shall be refused, and by which rule. */
export interface Malicious {
  readonly what: string;
  readonly rule: RefusalRule;
  /** Makes it anew each time: some are large. */
  readonly make: () => Uint8Array;
}

export const MIB = 2 ** 20;
/** Larger than anything but an attachment may be. */
export const LARGE = 24 * MIB;

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** The start of a packet. */
export const ROOT = `${DECLARATION}<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">`;

/** A sound packet. */
export const PACKET = sampleText('new-three-recipients');

export const row = (
  rule: RefusalRule,
  what: string,
  make: () => string | Uint8Array,
): Malicious => ({ rule, what, make: () => bytesOf(make()) });

const bytesOf = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? Buffer.from(text) : text;

/** A sound packet with `markup` in place of its subject. */
export const withSubject = (markup: string): string =>
  PACKET.replace(/(?<=<edXML:Subject>)[^<]*/, () => markup);

/** Numbered pieces, one behind the other. */
export const series = (count: number, piece: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => piece(at)).join('');
