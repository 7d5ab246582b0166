import { type JetStreamManager } from '@nats-io/jetstream';
import { StoreUnavailable } from '../event-store.errors.js';
import { Recent } from '../recent.js';
import { answered } from '../wire/answered.js';
import { type LogWriter } from '../wire/log-writer.js';
import { type ObjectEntry, type ObjectForm, type StoredEntry } from './object-form.js';

const HOUR_MS = 3_600_000;

/** What no event names for so long is taken away. */
export const KEPT_MS = 24 * HOUR_MS;

/** An object that is found to be there is there for so long at least: time for the event that names it. */
const CLAIM_MS = KEPT_MS / 2;

/** How many claims are remembered. */
const REMEMBERED = 10_000;

const ATTEMPTS = 5;

/** A new entry takes the place of those before it. */
export const REPLACING = 'Nats-Rollup: sub\r\n';

export interface ObjectEntriesOptions {
  readonly manager: JetStreamManager;
  readonly stream: string;
  readonly form: ObjectForm;
  readonly writer: Pick<LogWriter, 'write'>;
}

/** The entries of a bucket: finding, renewing and removing them. Throws `StoreUnavailable` without an answer. */
export class ObjectEntries {
  /** Until when an object is certain to be there, by its digest. */
  private readonly claims = new Recent<number>(REMEMBERED);

  constructor(private readonly options: ObjectEntriesOptions) {}

  async find(name: string): Promise<StoredEntry | undefined> {
    const { manager, stream, form } = this.options;
    const query = { last_by_subj: form.entry(name) };
    const found = await answered(manager.streams.getMessage(stream, query));
    return found === null ? undefined : form.decode(found);
  }

  /** All of them, one after another; with those that come meanwhile or without. */
  async *all(): AsyncGenerator<StoredEntry> {
    const { manager, stream, form } = this.options;
    for (let seq = 1; ;) {
      const query = { seq, next_by_subj: form.entries };
      const found = await answered(manager.direct.getMessage(stream, query));
      if (found === null) return;
      yield form.decode(found);
      seq = found.seq + 1;
    }
  }

  /** Whether the object was claimed here lately, as far as is remembered. */
  isClaimed(digest: string): boolean {
    return (this.claims.get(digest) ?? 0) > Date.now();
  }

  /** The object was written just now. */
  written(digest: string): void {
    this.claims.set(digest, Date.now() + CLAIM_MS);
  }

  /**
   * Whether the object is there, and will be for half a day; an older entry is renewed, so that no sweep takes it
   * before the event that is about to name it.
   */
  async claim(digest: string): Promise<boolean> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      if (this.isClaimed(digest)) return true;
      const entry = await this.find(digest);
      if (entry === undefined) return false;
      if (entry.isVoid) await this.clear(entry);
      else if (await this.isFresh(entry)) this.claims.set(digest, entry.writtenAt + CLAIM_MS);
    }
    throw new StoreUnavailable(`the object ${digest} cannot be claimed`);
  }

  /** False when the entry has been renewed or taken away meanwhile. */
  async remove(entry: StoredEntry): Promise<boolean> {
    if (entry.isVoid) {
      await this.clear(entry);
      return true;
    }
    const sequence = await this.replace(entry, { ...entry, isVoid: true });
    if (sequence !== undefined) await this.clear({ ...entry, sequence });
    return sequence !== undefined;
  }

  /** Takes away the parts, and then the entry that led to them; repeated after a crash, it goes on where it was. */
  async clear({ name, upload, sequence }: StoredEntry): Promise<void> {
    const { form } = this.options;
    await this.purge({ filter: form.parts(upload) });
    await this.purge({ filter: form.entry(name), seq: sequence + 1 });
  }

  private async isFresh(entry: StoredEntry): Promise<boolean> {
    const now = Date.now();
    if (entry.writtenAt + CLAIM_MS > now) return true;
    await this.replace(entry, { ...entry, writtenAt: now });
    return false;
  }

  /** Where the new entry stands; nothing unless it is certain that it took the place of the old. */
  private async replace(before: StoredEntry, entry: ObjectEntry): Promise<number | undefined> {
    const { form, writer } = this.options;
    const event = { id: '', headers: REPLACING, data: form.encode(entry) };
    const draft = {
      subject: form.entry(entry.name),
      expected: before.sequence,
      events: [event],
    };
    const ack = await writer.write([draft]);
    return ack.kind === 'stored' ? ack.sequence : undefined;
  }

  private async purge(options: { readonly filter: string; readonly seq?: number }): Promise<void> {
    const { manager, stream } = this.options;
    await answered(manager.streams.purge(stream, options));
  }
}
