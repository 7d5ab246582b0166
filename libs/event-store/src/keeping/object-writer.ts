import { type ObjectStore as Bucket } from '@nats-io/obj';
import { nuid } from '@nats-io/transport-node';
import { StoreUnavailable } from '../event-store.errors.js';
import { type Link } from '../wire/link.js';
import { BATCH_LIMIT, type Draft, type LogWriter } from '../wire/log-writer.js';

const CHUNK_BYTES = 128 * 1024;

/** What is written together: enough for many small objects, not so much that a small one waits for long. */
const TOGETHER_BYTES = 4_000_000;

const PATIENCE_MS = 20_000;
const PAUSE_MS = 50;

interface Waiting {
  readonly digest: string;
  readonly content: Uint8Array;
  readonly deadline: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Writes objects in the form of JetStream's object store: their parts, and then their name.
 *
 * Parts and name are one atomic batch, so there is no half object, and those that wait at the same time share
 * one trip to the disk. The library's own `put` takes one trip for each part and hashes in JavaScript.
 */
export class ObjectWriter {
  private waiting: Waiting[] = [];
  private isWriting = false;

  constructor(
    private readonly options: {
      readonly bucket: Bucket;
      readonly name: string;
      readonly writer: LogWriter;
      readonly link: Link;
    },
  ) {}

  /**
   * Durable when it resolves; also when another instance wrote it meanwhile.
   *
   * @throws {RangeError} when it has more parts than one batch takes (127 MB)
   * @throws {StoreUnavailable} when it is not known whether it was written
   */
  write(digest: string, content: Uint8Array): Promise<void> {
    if (partsOf(content) >= BATCH_LIMIT) throw new RangeError('the object is too large');
    const written = new Promise<void>((resolve, reject) => {
      const deadline = Date.now() + PATIENCE_MS;
      this.waiting.push({ digest, content, deadline, resolve, reject });
    });
    if (!this.isWriting) void this.writeWaiting();
    return written;
  }

  private async writeWaiting(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) {
      const together = this.gather();
      try {
        await this.untilWritten(together);
      } catch (error) {
        const cause = { cause: error };
        for (const { reject } of together) reject(new StoreUnavailable('no object', cause));
      }
    }
    this.isWriting = false;
  }

  private gather(): readonly Waiting[] {
    let bytes = 0;
    let messages = 0;
    const fitting = this.waiting.findIndex(({ content }, at) => {
      bytes += content.length;
      messages += partsOf(content) + 1;
      return at > 0 && (bytes > TOGETHER_BYTES || messages > BATCH_LIMIT);
    });
    return this.waiting.splice(0, fitting === -1 ? this.waiting.length : fitting);
  }

  /** A refused or unanswered batch: what is there by now is done, the rest is written again. */
  private async untilWritten(together: readonly Waiting[]): Promise<void> {
    const { link, writer } = this.options;
    for (let open = together; open.length > 0; open = await this.missing(open)) {
      await link.connected();
      const ack = await writer.write(open.flatMap((object) => this.draftsOf(object)));
      if (ack.kind === 'stored') {
        for (const { resolve } of open) resolve();
        return;
      }
      await link.pause(PAUSE_MS);
    }
  }

  private async missing(open: readonly Waiting[]): Promise<readonly Waiting[]> {
    await this.options.link.connected();
    const infos = await Promise.all(open.map(({ digest }) => this.options.bucket.info(digest)));
    const missing: Waiting[] = [];
    open.forEach((object, at) => {
      if (infos[at] !== null) object.resolve();
      else if (Date.now() > object.deadline) object.reject(new StoreUnavailable('no object'));
      else missing.push(object);
    });
    return missing;
  }

  private draftsOf({ digest, content }: Waiting): readonly Draft[] {
    const { name } = this.options;
    const id = nuid.next();
    const chunks = partsOf(content);
    const parts = Array.from({ length: chunks }, (_, at) =>
      unnamed(content.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES)),
    );
    const description = {
      name: digest,
      bucket: name,
      nuid: id,
      size: content.length,
      chunks,
      digest: `SHA-256=${base64Url(Buffer.from(digest, 'hex'))}`,
      deleted: false,
      options: { max_chunk_size: CHUNK_BYTES },
      mtime: new Date().toISOString(),
    };
    const entry = unnamed(Buffer.from(JSON.stringify(description)));
    const subject = `$O.${name}.M.${base64Url(Buffer.from(digest))}`;
    const named = { subject, expected: 0, events: [entry] };
    return chunks === 0
      ? [named]
      : [{ subject: `$O.${name}.C.${id}`, expected: 0, events: parts }, named];
  }
}

const partsOf = (content: Uint8Array): number => Math.ceil(content.length / CHUNK_BYTES);

const unnamed = (data: Uint8Array) => ({ id: '', headers: '', data });

/** With padding, as the object store has it. */
const base64Url = (bytes: Buffer): string =>
  bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
