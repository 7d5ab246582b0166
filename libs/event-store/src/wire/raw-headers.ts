import { MsgHdrsImpl } from '@nats-io/transport-node';

/**
 * Header lines that are already in their form on the wire; one object carries those of one message after another.
 *
 * The client's own headers look through all names on each append, which costs more than the rest of an append.
 */
export class RawHeaders extends MsgHdrsImpl {
  private lines = '';

  /** The lines of the message that is published next. */
  carrying(lines: string): this {
    this.lines = lines;
    return this;
  }

  override encode(): Uint8Array {
    return Buffer.from(`NATS/1.0\r\n${this.lines}\r\n`, 'latin1');
  }
}

/** @throws {RangeError} when the value could be read as a further header */
export const headerLine = (name: string, value: string): string => {
  if (!PRINTABLE.test(value)) throw new RangeError(`the header ${name} cannot hold ${value}`);
  return `${name}: ${value}\r\n`;
};

const PRINTABLE = /^[\x20-\x7e]*$/;
