import { setTimeout as pause } from 'node:timers/promises';
import { nuid } from '@nats-io/transport-node';
import { StoreUnavailable } from '../event-store.errors.js';
import { type Link } from '../wire/link.js';
import { BATCH_LIMIT, type Draft, type LogWriter } from '../wire/log-writer.js';
import { type ObjectEntries } from './object-entries.js';
import { type ObjectForm, PART_BYTES, unnamed } from './object-form.js';

/** What is written together: enough for many small objects, not so much that a small one waits for long. */
const TOGETHER_BYTES = 4_000_000;

/**
 * From the beginning of one batch to that of the next, where a few wait for it. The server keeps each batch in files of its
 * own until it is whole: three milliseconds of processor time, whatever is in it.
 */
const APART_MS = 50;
/** So many are worth a batch. */
const MANY = 10;

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
 * Parts and name are one atomic batch, so there is no half object. Those that come while a batch is being written share the
 * next one; where they are few, it begins 50 ms after the other. The library's own `put` takes one trip to the disk for each
 * part and hashes in JavaScript.
 */
export class ObjectWriter {
  private waiting: Waiting[] = [];
  private isWriting = false;

  constructor(
    private readonly options: {
      readonly form: ObjectForm;
      readonly entries: Pick<ObjectEntries, 'claim' | 'written'>;
      readonly writer: Pick<LogWriter, 'write'>;
      readonly link: Link;
      /** How long an object waits to be written; 20 s where it is not said. */
      readonly patienceMs?: number;
      /** 50 ms where it is not said. */
      readonly apartMs?: number;
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
      const deadline = Date.now() + (this.options.patienceMs ?? PATIENCE_MS);
      this.waiting.push({ digest, content, deadline, resolve, reject });
    });
    if (!this.isWriting) void this.writeWaiting();
    return written;
  }

  private async writeWaiting(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) {
      const apart = pause(this.options.apartMs ?? APART_MS, undefined, { ref: false });
      const together = this.gather();
      try {
        await this.untilWritten(together);
      } catch (error) {
        const cause = { cause: error };
        for (const { reject } of together) reject(new StoreUnavailable('no object', cause));
      }
      if (this.areFew()) await apart;
    }
    this.isWriting = false;
  }

  /** Whether some wait, and others are worth waiting for. */
  private areFew(): boolean {
    const { length } = this.waiting;
    return length > 0 && length < MANY && this.fitting() === length;
  }

  private gather(): readonly Waiting[] {
    return this.waiting.splice(0, this.fitting());
  }

  /** How many of those that wait fit into one batch; the first does in any case. */
  private fitting(): number {
    let bytes = 0;
    let messages = 0;
    const beyond = this.waiting.findIndex(({ content }, at) => {
      bytes += content.length;
      messages += partsOf(content) + 1;
      return at > 0 && (bytes > TOGETHER_BYTES || messages > BATCH_LIMIT);
    });
    return beyond === -1 ? this.waiting.length : beyond;
  }

  /** A refused or unanswered batch: what is there by now is done, the rest is written again. */
  private async untilWritten(together: readonly Waiting[]): Promise<void> {
    const { link, writer } = this.options;
    let open = await this.onceConnected(together);
    while (open.length > 0) {
      const ack = await writer.write(open.flatMap((object) => this.draftsOf(object)));
      if (ack.kind === 'stored') {
        for (const object of open) this.stored(object);
        return;
      }
      await link.pause(PAUSE_MS);
      open = await this.onceConnected(await this.missing(await this.onceConnected(open)));
    }
  }

  /** Those that could wait until there was a connection; the others are told that there was none. */
  private async onceConnected(open: readonly Waiting[]): Promise<readonly Waiting[]> {
    let patient = open;
    while (patient.length > 0) {
      const earliest = Math.min(...patient.map(({ deadline }) => deadline));
      if (await this.options.link.connectedBy(earliest)) return patient;
      patient = inTime(patient);
    }
    return patient;
  }

  private stored({ digest, resolve }: Waiting): void {
    this.options.entries.written(digest);
    resolve();
  }

  private async missing(open: readonly Waiting[]): Promise<readonly Waiting[]> {
    const { entries } = this.options;
    const there = await Promise.all(open.map(({ digest }) => entries.claim(digest)));
    const missing: Waiting[] = [];
    open.forEach((object, at) => {
      if (there[at] === true) object.resolve();
      else missing.push(object);
    });
    return inTime(missing);
  }

  private draftsOf({ digest, content }: Waiting): readonly Draft[] {
    const { form } = this.options;
    const upload = nuid.next();
    const count = partsOf(content);
    const parts = Array.from({ length: count }, (_, at) =>
      unnamed(content.subarray(at * PART_BYTES, (at + 1) * PART_BYTES)),
    );
    const entry = form.encode({
      name: digest,
      upload,
      size: content.length,
      parts: count,
      writtenAt: Date.now(),
      isVoid: false,
      places: count === 0 ? undefined : [{ part: 0, sequence: -count }],
    });
    const named = { subject: form.entry(digest), expected: 0, events: [unnamed(entry)] };
    return count === 0
      ? [named]
      : [{ subject: form.parts(upload), expected: 0, events: parts }, named];
  }
}

/** The others are answered. */
const inTime = (open: readonly Waiting[]): readonly Waiting[] => {
  const now = Date.now();
  for (const { deadline, reject } of open)
    if (deadline <= now) reject(new StoreUnavailable('no object'));
  return open.filter(({ deadline }) => deadline > now);
};

const partsOf = (content: Uint8Array): number => Math.ceil(content.length / PART_BYTES);
