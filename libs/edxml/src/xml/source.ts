import { isUtf8 } from 'node:buffer';
import { PACKET_LIMIT } from '../limits.js';
import { BeyondLimits, type BeyondRule, MalformedXml, type Position } from '../packet.errors.js';
import { type Line, brokenCharacterIn, lengthIn16, lineAt } from './places.js';

const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/** The bytes of a document in UTF-8, and where in it something stands. Offsets count bytes. */
export class Source {
  /** Of the document itself, behind a byte order mark. */
  readonly start: number;
  /** The line of the last position that was asked for: most questions go forward. */
  private reached: Line;

  private constructor(readonly bytes: Buffer) {
    const isMarked = bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
    this.start = isMarked ? BYTE_ORDER_MARK.length : 0;
    this.reached = { number: 1, start: this.start };
  }

  /**
   * @throws {BeyondLimits} when the bytes are too many
   * @throws {MalformedXml} when they are not UTF-8
   */
  static of(bytes: Uint8Array): Source {
    const source = new Source(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    if (bytes.length > PACKET_LIMIT) {
      source.refuseAsBeyond('packet-too-large', source.start, 'the packet is larger than 280 MiB');
    }
    if (!isUtf8(bytes)) source.refuse(brokenCharacterIn(source.bytes), 'not UTF-8');
    return source;
  }

  /** What stands from `start` to before `end`, as it is. */
  text(start: number, end: number): string {
    return this.bytes.toString('utf8', start, end);
  }

  positionAt(offset: number): Position {
    const known = offset >= this.reached.start ? this.reached : { number: 1, start: this.start };
    this.reached = lineAt(this.bytes, known, offset);
    const { number, start } = this.reached;
    return { line: number, column: lengthIn16(this.bytes.subarray(start, offset)) + 1 };
  }

  refuse(offset: number, reason: string): never {
    throw new MalformedXml(reason, this.positionAt(offset));
  }

  refuseAsBeyond(rule: BeyondRule, offset: number, reason: string): never {
    throw new BeyondLimits(rule, reason, this.positionAt(offset));
  }
}
