import { type JetStreamManager } from '@nats-io/jetstream';
import { nuid } from '@nats-io/transport-node';
import { StoreUnavailable } from '../event-store.errors.js';
import { answered } from '../wire/answered.js';
import { type Link } from '../wire/link.js';
import { type Draft, type LogWriter } from '../wire/log-writer.js';
import { type ObjectEntries, REPLACING } from './object-entries.js';
import { type ObjectEntry, type ObjectForm, unnamed } from './object-form.js';
import { type PartPlaces, withRun } from './part-places.js';
import { bytesOf, type Window } from './windows.js';

/** How long one window waits to be written. */
const PATIENCE_MS = 20_000;
const PAUSE_MS = 50;

/** In place of the upload's token, when the parts belong to an object. */
const NOTHING = 'none';

export interface ObjectUploadOptions {
  readonly manager: JetStreamManager;
  readonly stream: string;
  readonly form: ObjectForm;
  readonly entries: ObjectEntries;
  readonly writer: Pick<LogWriter, 'write'>;
  readonly link: Link;
}

/**
 * An object that comes window by window and has no name before its end.
 *
 * Until then a void entry under a temporary name leads to its parts, for whoever takes them away. Each window is
 * one atomic batch, the last one together with the name and the end of the temporary entry.
 */
export class ObjectUpload {
  private readonly id = nuid.next();
  private places: PartPlaces = [];
  private parts = 0;
  private size = 0;
  private temporary = 0;
  private lastPart = 0;

  constructor(private readonly options: ObjectUploadOptions) {}

  /** Durable when it resolves. @throws {StoreUnavailable} when that is not known; the upload is then to be given up */
  async add(window: Window): Promise<void> {
    const isFirst = this.parts === 0;
    const drafts = [this.draftOf(window)];
    if (isFirst) drafts.unshift(this.draftOfTemporary(this.id));
    const last = await this.untilStored(drafts, () => this.moved());
    if (isFirst) this.temporary = last - window.length;
    this.places = withRun(this.places, { part: this.parts, sequence: last - window.length + 1 });
    this.parts += window.length;
    this.size += bytesOf(window);
    this.lastPart = last;
  }

  /** Names the object; where there is one of this name by now, that remains. */
  async complete(digest: string, window: Window): Promise<void> {
    const entry: ObjectEntry = {
      name: digest,
      upload: this.id,
      size: this.size + bytesOf(window),
      parts: this.parts + window.length,
      writtenAt: Date.now(),
      isVoid: false,
      places: [...this.places, { part: this.parts, sequence: -window.length }],
    };
    const { form, entries } = this.options;
    const subject = form.entry(digest);
    const named = { subject, expected: 0, events: [unnamed(form.encode(entry))] };
    const drafts = [this.draftOfTemporary(NOTHING), this.draftOf(window), named];
    await this.untilStored(drafts, async () => ((await entries.claim(digest)) ? 0 : undefined));
  }

  /** Takes away what belongs to no object. */
  async tidy(): Promise<void> {
    const { entries } = this.options;
    const temporary = await entries.find(this.name);
    if (temporary !== undefined) await entries.clear(temporary);
  }

  private get name(): string {
    return `upload.${this.id}`;
  }

  private draftOf(window: Window): Draft {
    const subject = this.options.form.parts(this.id);
    return { subject, expected: this.lastPart, events: window.map((part) => unnamed(part)) };
  }

  private draftOfTemporary(upload: string): Draft {
    const { form } = this.options;
    const entry: ObjectEntry = {
      name: this.name,
      upload,
      size: 0,
      parts: 0,
      writtenAt: Date.now(),
      isVoid: true,
      places: undefined,
    };
    const event = { id: '', headers: REPLACING, data: form.encode(entry) };
    return { subject: form.entry(this.name), expected: this.temporary, events: [event] };
  }

  /** The last part, when it is another one than was known. */
  private async moved(): Promise<number | undefined> {
    const { manager, stream, form } = this.options;
    const query = { last_by_subj: form.parts(this.id) };
    const last = (await answered(manager.direct.getMessage(stream, query)))?.seq ?? 0;
    return last > this.lastPart ? last : undefined;
  }

  /** @param settled where the last draft stands by now; nothing when none of them is written */
  private async untilStored(
    drafts: readonly Draft[],
    settled: () => Promise<number | undefined>,
  ): Promise<number> {
    const { link, writer } = this.options;
    const deadline = Date.now() + PATIENCE_MS;
    let isMissing = true;
    while (Date.now() < deadline && (await link.connectedBy(deadline))) {
      const ack = isMissing ? await writer.write(drafts) : undefined;
      if (ack?.kind === 'stored') return ack.sequence;
      const found = await settled().catch(() => 'unknown' as const);
      if (typeof found === 'number') return found;
      isMissing = found === undefined;
      await link.pause(PAUSE_MS);
    }
    throw new StoreUnavailable('no part of an object was written');
  }
}
