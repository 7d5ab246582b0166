import { type JetStreamManager } from '@nats-io/jetstream';
import { sha256 } from '@lienthong/kernel';
import { RangeBeyondEnd } from '../event-store.errors.js';
import {
  type ByteRange,
  type ObjectContent,
  type ObjectStore,
  type StoredObject,
  type SweepOptions,
  type Swept,
} from '../object-store.js';
import { type Link } from '../wire/link.js';
import { type LogWriter } from '../wire/log-writer.js';
import { KEPT_MS, ObjectEntries } from './object-entries.js';
import { isDigest, type ObjectForm, type StoredEntry } from './object-form.js';
import { ObjectReader } from './object-reader.js';
import { ObjectUpload } from './object-upload.js';
import { ObjectWriter } from './object-writer.js';
import { Incoming, type Window } from './windows.js';

/** From this size on, asking whether the content is there costs less than sending it in vain. */
const ASKED_FROM_BYTES = 64 * 1024;

export interface ObjectsOptions {
  readonly manager: JetStreamManager;
  readonly stream: string;
  readonly form: ObjectForm;
  readonly writer: Pick<LogWriter, 'write'>;
  readonly link: Link;
}

/** Objects in JetStream's object store, named by their SHA-256. */
export class ObjectsByDigest implements ObjectStore {
  private readonly entries: ObjectEntries;
  private readonly reader: ObjectReader;
  private readonly writer: ObjectWriter;
  private readonly writing = new Map<string, Promise<void>>();

  constructor(private readonly options: ObjectsOptions) {
    const entries = new ObjectEntries(options);
    this.entries = entries;
    this.reader = new ObjectReader(options);
    this.writer = new ObjectWriter({ ...options, entries });
  }

  async put(content: Uint8Array): Promise<string> {
    const digest = sha256(content);
    await (this.writing.get(digest) ?? this.begin(digest, content));
    return digest;
  }

  async putStream(
    content: AsyncIterable<Uint8Array>,
    { maxBytes }: { readonly maxBytes: number },
  ): Promise<StoredObject> {
    const incoming = new Incoming(content, maxBytes);
    let upload: ObjectUpload | undefined;
    let held: Window = [];
    try {
      for await (const window of incoming.windows()) {
        if (held.length > 0) {
          upload ??= new ObjectUpload({ ...this.options, entries: this.entries });
          await upload.add(held);
        }
        held = window;
      }
      const digest = incoming.digest();
      if (upload === undefined) await this.put(Buffer.concat(held));
      else if (!(await this.entries.claim(digest))) await upload.complete(digest, held);
      return { digest, size: incoming.size };
    } finally {
      await upload?.tidy().catch(() => undefined);
    }
  }

  async get(digest: string): Promise<Uint8Array | undefined> {
    const object = await this.open(digest);
    if (object === undefined) return undefined;
    const pieces: Uint8Array[] = [];
    for await (const piece of object.bytes) pieces.push(piece);
    return new Uint8Array(Buffer.concat(pieces));
  }

  async open(digest: string, range?: ByteRange): Promise<ObjectContent | undefined> {
    const entry = await this.find(digest);
    if (entry === undefined) return undefined;
    const { size } = entry;
    const { from, length } = range === undefined ? { from: 0, length: size } : within(range, size);
    const bytes =
      length === size ? this.reader.whole(entry) : this.reader.range(entry, from, length);
    return { digest, size, from, length, bytes };
  }

  async stat(digest: string): Promise<StoredObject | undefined> {
    const entry = await this.find(digest);
    return entry && { digest, size: entry.size };
  }

  async has(digest: string): Promise<boolean> {
    return this.entries.isClaimed(digest) || (await this.find(digest)) !== undefined;
  }

  async claim(digest: string): Promise<boolean> {
    return isDigest(digest) && (await this.entries.claim(digest));
  }

  async sweep({ isNamed }: SweepOptions): Promise<Swept> {
    let [objects, uploads] = [0, 0];
    const latest = Date.now() - KEPT_MS;
    for await (const entry of this.entries.all()) {
      if (entry.writtenAt > latest) continue;
      if (!entry.isVoid && (await isNamed(entry.name))) continue;
      if (!(await this.entries.remove(entry))) continue;
      if (isDigest(entry.name)) objects += 1;
      else uploads += 1;
    }
    return { objects, uploads };
  }

  private async find(digest: string): Promise<StoredEntry | undefined> {
    const entry = isDigest(digest) ? await this.entries.find(digest) : undefined;
    return entry?.isVoid === false ? entry : undefined;
  }

  private begin(digest: string, content: Uint8Array): Promise<void> {
    const writing = this.write(digest, content).finally(() => {
      this.writing.delete(digest);
    });
    this.writing.set(digest, writing);
    return writing;
  }

  private async write(digest: string, content: Uint8Array): Promise<void> {
    const isAsked = content.length >= ASKED_FROM_BYTES;
    const isThere = isAsked ? await this.entries.claim(digest) : this.entries.isClaimed(digest);
    if (!isThere) await this.writer.write(digest, content);
  }
}

/** @throws {RangeBeyondEnd} when no byte lies within */
const within = (range: ByteRange, size: number): { from: number; length: number } => {
  const from = 'last' in range ? Math.max(0, size - range.last) : range.from;
  const last = 'last' in range ? size - 1 : Math.min(range.to ?? size - 1, size - 1);
  if (from > last) throw new RangeBeyondEnd(size);
  return { from, length: last - from + 1 };
};
