import { type JsMsg } from '@nats-io/jetstream';
import { MsgImpl } from '@nats-io/transport-node';

/** The value of a header; nothing where the message has none of this name. */
export type HeaderOf = (name: string) => string | undefined;

/**
 * The headers of a message of the log, looked up in the lines that came over the wire.
 *
 * The client's own headers are lists under names in their canonical spelling, made from all lines for each look-up.
 */
export const headersOf = (message: JsMsg): HeaderOf => {
  const lines = linesOf(message);
  return (name) => {
    const before = beginningOf(name);
    const found = lines.indexOf(before);
    if (found === -1) return undefined;
    const start = found + before.length;
    return lines.slice(start, lines.indexOf('\r\n', start));
  };
};

/** What stands before the value of a header; made once for each of the few names. */
const beginningOf = (name: string): string => {
  const known = beginnings.get(name) ?? `\r\n${name}: `;
  beginnings.set(name, known);
  return known;
};

const beginnings = new Map<string, string>();

/** @throws {TypeError} when the message is not as this version of the client makes them */
const linesOf = (message: JsMsg): string => {
  if (!('msg' in message && message.msg instanceof MsgImpl)) {
    throw new TypeError('the message does not show its lines');
  }
  const { _msg: place, _rdata: bytes } = message.msg;
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.max(0, place.hdr)).toString('latin1');
};
