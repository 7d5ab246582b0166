import { createHash } from 'node:crypto';
import { type JetStreamManager, type StoredMsg } from '@nats-io/jetstream';
import { ObjectDamaged } from '../event-store.errors.js';
import { answered } from '../wire/answered.js';
import { type ObjectForm, PART_BYTES, type StoredEntry } from './object-form.js';
import { placeOf, type PartPlaces } from './part-places.js';

/** How many parts are fetched at a time: 1 MiB. */
const TOGETHER = 8;

/**
 * Reads objects of JetStream's object store part by part.
 *
 * The library's own `get` leaves a consumer on the server for each object that was read, which costs it memory for
 * minutes and seconds at its next start and end.
 */
export class ObjectReader {
  constructor(
    private readonly options: {
      readonly manager: JetStreamManager;
      readonly stream: string;
      readonly form: ObjectForm;
    },
  ) {}

  /**
   * The whole content; its last piece only after the check.
   *
   * @throws {ObjectDamaged} when it is not what its name says
   */
  async *whole(entry: StoredEntry): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    let last: Uint8Array | undefined;
    for await (const part of this.partsBetween(entry, 0, entry.parts)) {
      if (last !== undefined) yield last;
      hash.update(part);
      last = part;
    }
    if (hash.digest('hex') !== entry.name) throw new ObjectDamaged(entry.name);
    if (last !== undefined) yield last;
  }

  /** Bytes within the content, from those parts alone in which they lie. */
  async *range(entry: StoredEntry, from: number, length: number): AsyncGenerator<Uint8Array> {
    const first = entry.places === undefined ? 0 : Math.floor(from / PART_BYTES);
    let skip = from - first * PART_BYTES;
    let open = length;
    const end = Math.ceil((from + length) / PART_BYTES);
    for await (const part of this.partsBetween(entry, first, end)) {
      const piece = part.subarray(skip, skip + open);
      skip = Math.max(0, skip - part.length);
      open -= piece.length;
      if (piece.length > 0) yield piece;
      if (open === 0) return;
    }
    throw new ObjectDamaged(entry.name);
  }

  /** From part `first` up to `end`; all of them, where nobody knows where they stand. */
  private partsBetween(entry: StoredEntry, first: number, end: number): AsyncGenerator<Uint8Array> {
    const { places } = entry;
    return places === undefined ? this.searched(entry) : this.placed(entry, places, { first, end });
  }

  private async *placed(
    entry: StoredEntry,
    places: PartPlaces,
    { first, end }: { readonly first: number; readonly end: number },
  ): AsyncGenerator<Uint8Array> {
    for (let from = first; from < end; from += TOGETHER) {
      const count = Math.min(TOGETHER, end - from);
      const numbers = Array.from({ length: count }, (_, at) => from + at);
      yield* await Promise.all(
        numbers.map(async (part) =>
          this.checked(entry, part, await this.at(placeOf(places, part))),
        ),
      );
    }
  }

  /** As far as they are there. */
  private async *searched({ upload, parts }: StoredEntry): AsyncGenerator<Uint8Array> {
    const { manager, stream, form } = this.options;
    for (let found = 0, seq = 1; found < parts; found += 1) {
      const query = { seq, next_by_subj: form.parts(upload) };
      const part = await answered(manager.direct.getMessage(stream, query));
      if (part === null) return;
      yield part.data;
      seq = part.seq + 1;
    }
  }

  private at(seq: number): Promise<StoredMsg | null> {
    const { manager, stream } = this.options;
    return answered(manager.direct.getMessage(stream, { seq }));
  }

  private checked(entry: StoredEntry, part: number, found: StoredMsg | null): Uint8Array {
    const length = Math.min(PART_BYTES, entry.size - part * PART_BYTES);
    const isPart = found?.subject === this.options.form.parts(entry.upload);
    if (!isPart || found.data.length !== length) throw new ObjectDamaged(entry.name);
    return found.data;
  }
}
