import { isUtf8 } from 'node:buffer';
import { PACKET_LIMIT } from '../limits.js';
import { MalformedXml, type Position } from '../packet.errors.js';
import { FORBIDDEN_IN_UTF8 } from './characters.js';

const LINE_FEED = 0x0a;
const START: Position = { line: 1, column: 1 };

/** The text of a document, and where in it something stands. */
export class Source {
  private constructor(readonly text: string) {}

  /** @throws {MalformedXml} when the bytes are too many, not UTF-8, or hold a character that XML forbids */
  static of(bytes: Uint8Array): Source {
    if (bytes.length > PACKET_LIMIT) throw new MalformedXml('the packet is too large', START);
    if (!isUtf8(bytes)) throw new MalformedXml('not UTF-8', brokenCharacter(bytes));
    const source = new Source(withLineFeeds(new TextDecoder().decode(bytes)));
    const forbidden = FORBIDDEN_IN_UTF8.exec(source.text);
    if (forbidden)
      source.refuse(forbidden.index, `${codePoint(forbidden[0])} is not allowed in XML`);
    return source;
  }

  positionAt(offset: number): Position {
    let line = 1;
    let lineStart = 0;
    for (;;) {
      const lineEnd = this.text.indexOf('\n', lineStart);
      if (lineEnd === -1 || lineEnd >= offset) return { line, column: offset - lineStart + 1 };
      line += 1;
      lineStart = lineEnd + 1;
    }
  }

  refuse(offset: number, reason: string): never {
    throw new MalformedXml(reason, this.positionAt(offset));
  }
}

/** As XML 1.0 (2.11) wants it, before anything else looks at the text. */
const withLineFeeds = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A line feed is never a part of another character, so each line is sound or broken by itself. */
const brokenCharacter = (bytes: Uint8Array): Position => {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(LINE_FEED, start);
    const rest = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (!isUtf8(rest) || end === -1) {
      return { line, column: new TextDecoder().decode(rest).indexOf('\uFFFD') + 1 };
    }
    line += 1;
    start = end + 1;
  }
};
