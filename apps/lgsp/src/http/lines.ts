import { type Request } from 'express';
import { piecesOf } from './body.js';
import { BodyTooLarge } from './http.errors.js';

const LINE_END = 0x0a;

/** A line of a body; one that is longer than it may be is told of without its bytes. */
export type Line = Numbered & ({ readonly bytes: Buffer } | { readonly refusal: BodyTooLarge });

interface Numbered {
  /** Its place in the body, blank lines counted; 1 is the first. */
  readonly number: number;
}

/** The lines of a text, without those that are blank. */
export const textLines = (text: string): readonly (Numbered & { readonly text: string })[] =>
  text
    .split('\n')
    .map((line, at) => ({ number: at + 1, text: line }))
    .filter((line) => line.text.trim() !== '');

/**
 * The lines of a body as they come, without those that are blank. No more of it is held than one line and one piece
 * of what the connection brings.
 *
 * @param longest bytes of a line
 * @throws {UnreadableBody} when the connection ends before the body does
 */
export async function* linesIn(request: Request, longest: number): AsyncGenerator<Line> {
  const cutter = new Cutter(longest);
  for await (const piece of piecesOf(request)) yield* cutter.cut(piece);
  yield* cutter.end();
}

class Cutter {
  private begun: Buffer[] = [];
  private size = 0;
  private number = 0;

  constructor(private readonly longest: number) {}

  *cut(piece: Buffer): Generator<Line> {
    let from = 0;
    for (let at = piece.indexOf(LINE_END); at !== -1; at = piece.indexOf(LINE_END, from)) {
      this.add(piece.subarray(from, at));
      yield* this.end();
      from = at + 1;
    }
    this.add(piece.subarray(from));
  }

  *end(): Generator<Line> {
    const { begun, size } = this;
    this.begun = [];
    this.size = 0;
    this.number += 1;
    const { number } = this;
    if (size > this.longest) yield { number, refusal: new BodyTooLarge(this.longest) };
    else if (begun.some((part) => !isBlank(part)))
      yield { number, bytes: Buffer.concat(begun, size) };
  }

  private add(part: Buffer): void {
    this.size += part.length;
    if (this.size > this.longest) this.begun = [];
    else if (part.length > 0) this.begun.push(part);
  }
}

const BLANK: ReadonlySet<number> = new Set([0x09, 0x0d, 0x20]);

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => BLANK.has(byte));
