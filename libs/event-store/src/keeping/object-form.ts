import { type StoredMsg } from '@nats-io/jetstream';
import { type Instant, toRfc3339 } from '@lienthong/kernel';
import { z } from 'zod';
import { type OutgoingEvent } from '../wire/log-writer.js';
import { formatPlaces, parsePlaces, type PartPlaces } from './part-places.js';

/** Of all parts of an object but the last, in bytes. */
export const PART_BYTES = 128 * 1024;

/** An object of JetStream's object store: the parts of its content, and an entry under its name that leads to them. */
export interface ObjectEntry {
  readonly name: string;
  /** Token of the subject that all its parts have. */
  readonly upload: string;
  /** Bytes. */
  readonly size: number;
  readonly parts: number;
  /** When the entry was written, by its writer's clock. */
  readonly writtenAt: Instant;
  /** What it leads to is to be taken away, or was never completed. */
  readonly isVoid: boolean;
  /** Where its parts stand; other writers than this library do not say. */
  readonly places: PartPlaces | undefined;
}

export interface StoredEntry extends ObjectEntry {
  readonly sequence: number;
}

/** The subjects and entries of one bucket. */
export class ObjectForm {
  /** Subjects of all entries. */
  readonly entries: string;

  constructor(private readonly bucket: string) {
    this.entries = `$O.${bucket}.M.>`;
  }

  parts(upload: string): string {
    return `$O.${this.bucket}.C.${upload}`;
  }

  entry(name: string): string {
    return `$O.${this.bucket}.M.${base64Url(Buffer.from(name))}`;
  }

  encode({ name, upload, size, parts, writtenAt, isVoid, places }: ObjectEntry): Uint8Array {
    const description = {
      name,
      bucket: this.bucket,
      nuid: upload,
      size,
      chunks: parts,
      ...(DIGEST.test(name) ? { digest: `SHA-256=${base64Url(Buffer.from(name, 'hex'))}` } : {}),
      deleted: isVoid,
      options: { max_chunk_size: PART_BYTES },
      mtime: toRfc3339(writtenAt),
      ...(places === undefined ? {} : { metadata: { [PLACES]: formatPlaces(places) } }),
    };
    return Buffer.from(JSON.stringify(description));
  }

  /** @throws {z.ZodError} when it is no entry */
  decode(message: StoredMsg): StoredEntry {
    const { name, nuid, size, chunks, mtime, deleted, metadata } = wire.parse(message.json());
    const { seq: sequence } = message;
    return {
      name,
      upload: nuid,
      size,
      parts: chunks,
      writtenAt: Date.parse(mtime),
      isVoid: deleted === true,
      places: parsePlaces(metadata?.[PLACES], sequence),
      sequence,
    };
  }
}

/** A message without headers of its own. */
export const unnamed = (data: Uint8Array): OutgoingEvent => ({ id: '', headers: '', data });

export const isDigest = (name: string): boolean => DIGEST.test(name);

const DIGEST = /^[0-9a-f]{64}$/;

/** Among the metadata of an entry, which other clients of the object store leave alone. */
const PLACES = 'lt-parts';

const wire = z.object({
  name: z.string(),
  nuid: z.string(),
  size: z.number().int().nonnegative(),
  chunks: z.number().int().nonnegative(),
  mtime: z.string(),
  deleted: z.boolean().optional(),
  metadata: z.record(z.string(), z.string()).nullish(),
});

/** With padding, as the object store has it. */
const base64Url = (bytes: Buffer): string =>
  bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
