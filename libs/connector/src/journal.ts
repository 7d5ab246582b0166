import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Json } from '@lienthong/kernel';

const NEW_LINE = 0x0a;

/** An entry that was durable cannot be read any more; the file needs a person. */
export class JournalDamaged extends Error {
  constructor(file: string, line: number, options?: ErrorOptions) {
    super(`${file}, line ${String(line)}: not an entry`, options);
    this.name = 'JournalDamaged';
  }
}

export interface JournalOptions<Entry> {
  /** Made with its folder when it is not there. One process may have it open. */
  readonly file: string;
  /** Throws on what is not an entry. */
  readonly decode: (json: unknown) => Entry;
  /** Called for every entry of the past, in order, before `openJournal` resolves. */
  readonly replay: (entry: Entry) => void;
}

/** The small memory of a connected system: facts in one file, each on disk before it is relied on. */
export interface Journal<Entry> {
  /** Resolves when the entries are on the disk; calls that come together share one flush. Rejects for good once one failed. */
  append(...entries: readonly Entry[]): Promise<void>;
  /**
   * Tells every entry so far again, in order.
   *
   * @throws {JournalDamaged}
   */
  replay(tell: (entry: Entry) => void): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the journal and replays what it holds. An entry that a crash cut off was never acknowledged and is dropped.
 *
 * @throws {JournalDamaged}
 */
export const openJournal = async <Entry extends Json>(
  options: JournalOptions<Entry>,
): Promise<Journal<Entry>> => {
  const folder = dirname(resolve(options.file));
  const made = await mkdir(folder, { recursive: true });
  const handle = await open(options.file, 'a+');
  try {
    await syncFolders(folder, made === undefined ? folder : dirname(made));
    const whole = await replayEntries(handle, options);
    await handle.truncate(whole);
    await handle.datasync();
    return new FileJournal<Entry>(handle, options);
  } catch (error) {
    await handle.close();
    throw error;
  }
};

/** A new file outlives a power cut when its folder is on the disk, and a new folder when the one above is. */
const syncFolders = async (from: string, upTo: string): Promise<void> => {
  const folder = await open(from, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
  if (from !== upTo) await syncFolders(dirname(from), upTo);
};

/** @returns how many bytes hold whole lines */
const replayEntries = async <Entry>(
  handle: FileHandle,
  { file, decode, replay }: JournalOptions<Entry>,
): Promise<number> => {
  let rest = Buffer.alloc(0);
  let line = 0;
  let whole = 0;
  for await (const chunk of handle.createReadStream({ start: 0, autoClose: false })) {
    rest = Buffer.concat([rest, Buffer.from(chunk)]);
    for (let end = rest.indexOf(NEW_LINE); end >= 0; end = rest.indexOf(NEW_LINE)) {
      line += 1;
      whole += end + 1;
      replay(
        entryOf(
          rest.toString('utf8', 0, end),
          decode,
          (cause) => new JournalDamaged(file, line, { cause }),
        ),
      );
      rest = rest.subarray(end + 1);
    }
  }
  return whole;
};

const entryOf = <Entry>(
  text: string,
  decode: (json: unknown) => Entry,
  damaged: (cause: unknown) => JournalDamaged,
): Entry => {
  try {
    return decode(JSON.parse(text));
  } catch (error) {
    throw damaged(error);
  }
};

class FileJournal<Entry extends Json> implements Journal<Entry> {
  private waiting: string[] = [];
  private flushing: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;
  /** After it nobody knows what the file ends with, so nothing more is written. */
  private failure: { readonly error: unknown } | undefined;

  constructor(
    private readonly handle: FileHandle,
    private readonly options: JournalOptions<Entry>,
  ) {}

  async append(...entries: readonly Entry[]): Promise<void> {
    if (this.failure !== undefined) throw this.failure.error;
    for (const entry of entries) this.waiting.push(`${JSON.stringify(entry)}\n`);
    this.next ??= this.flushing.then(() => this.flush());
    await this.next;
  }

  async replay(tell: (entry: Entry) => void): Promise<void> {
    const reading = await open(this.options.file, 'r');
    try {
      await replayEntries(reading, { ...this.options, replay: tell });
    } finally {
      await reading.close();
    }
  }

  async close(): Promise<void> {
    try {
      await (this.next ?? this.flushing);
    } finally {
      await this.handle.close();
    }
  }

  private flush(): Promise<void> {
    const lines = this.waiting.join('');
    this.waiting = [];
    this.next = undefined;
    this.flushing = this.write(lines);
    return this.flushing;
  }

  private async write(lines: string): Promise<void> {
    try {
      await this.handle.appendFile(lines);
      await this.handle.datasync();
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }
}
