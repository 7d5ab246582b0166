import { createHash } from 'node:crypto';
import { ObjectTooLarge } from '../event-store.errors.js';
import { PART_BYTES } from './object-form.js';

/** Parts of an object that are written together. */
export type Window = readonly Uint8Array[];

/** 1 MiB */
const WINDOW_PARTS = 8;

export const bytesOf = (window: Window): number =>
  window.reduce((sum, { length }) => sum + length, 0);

/** Content on its way: what came of it so far, and its digest. */
export class Incoming {
  private readonly hash = createHash('sha256');
  private received = 0;

  constructor(
    private readonly content: AsyncIterable<Uint8Array>,
    private readonly maxBytes: number,
  ) {}

  get size(): number {
    return this.received;
  }

  /** Of all of it: to be asked once, at the end. */
  digest(): string {
    return this.hash.digest('hex');
  }

  /** @throws {ObjectTooLarge} with the piece that is too much */
  async *windows(): AsyncGenerator<Window> {
    let window: Uint8Array[] = [];
    for await (const part of this.parts()) {
      window.push(part);
      if (window.length < WINDOW_PARTS) continue;
      yield window;
      window = [];
    }
    if (window.length > 0) yield window;
  }

  private async *parts(): AsyncGenerator<Uint8Array> {
    let part = Buffer.allocUnsafe(PART_BYTES);
    let filled = 0;
    for await (const piece of this.content) {
      this.count(piece);
      for (let at = 0; at < piece.length;) {
        const taken = piece.subarray(at, at + PART_BYTES - filled);
        part.set(taken, filled);
        at += taken.length;
        filled += taken.length;
        if (filled < PART_BYTES) continue;
        yield part;
        part = Buffer.allocUnsafe(PART_BYTES);
        filled = 0;
      }
    }
    if (filled > 0) yield part.subarray(0, filled);
  }

  private count(piece: Uint8Array): void {
    this.received += piece.length;
    if (this.received > this.maxBytes) throw new ObjectTooLarge(this.maxBytes);
    this.hash.update(piece);
  }
}
