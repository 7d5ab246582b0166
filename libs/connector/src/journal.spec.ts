import { type FileHandle, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { type Journal, JournalDamaged, openJournal } from './journal.js';

const entry = z.object({ n: z.int(), text: z.string().optional() });
type Entry = z.infer<typeof entry>;

const isFileHandle = (candidate: object | null): candidate is FileHandle =>
  candidate !== null && 'datasync' in candidate;

describe('a journal', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lienthong-journal-'));
    file = join(folder, 'made', 'journal.ndjson');
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await rm(folder, { recursive: true });
  });

  const reopen = async (): Promise<{ past: readonly Entry[]; journal: Journal<Entry> }> => {
    const past: Entry[] = [];
    const decode = (json: unknown): Entry => entry.parse(json);
    const journal = await openJournal({ file, decode, replay: (known) => past.push(known) });
    return { past, journal };
  };

  const numbersAfterReopening = async (): Promise<readonly number[]> => {
    const { past, journal } = await reopen();
    await journal.close();
    return past.map(({ n }) => n);
  };

  /** What all open files share: the way to see, or to spoil, what reaches the disk. */
  const openFiles = async (): Promise<FileHandle> => {
    const handle = await open(folder, 'r');
    await handle.close();
    const shared = Reflect.getPrototypeOf(handle);
    if (!isFileHandle(shared)) throw new TypeError('open files share nothing');
    return shared;
  };

  it('has its file and its folder on the disk once it is open', async () => {
    const synced: number[] = [];
    jest.spyOn(await openFiles(), 'sync').mockImplementation(async function (this: FileHandle) {
      synced.push((await this.stat()).ino);
    });
    const { journal } = await reopen();
    await journal.close();
    const expected = [await stat(join(folder, 'made')), await stat(folder)];
    expect(synced).toEqual(expected.map(({ ino }) => ino));
  });

  it('takes nothing more once a write has failed', async () => {
    const { journal } = await reopen();
    const full = new Error('the disk is full');
    jest.spyOn(await openFiles(), 'datasync').mockRejectedValueOnce(full);
    const together = [journal.append({ n: 1 }), journal.append({ n: 2 })];
    for (const append of together) await expect(append).rejects.toBe(full);
    let isRead = false;
    const late = {
      get n() {
        isRead = true;
        return 3;
      },
    };
    await expect(journal.append(late)).rejects.toBe(full);
    expect(isRead).toBe(false);
    await expect(journal.close()).rejects.toBe(full);
  });

  it('replays every entry in order, in every run', async () => {
    const first = await reopen();
    await Promise.all([1, 2, 3].map((n) => first.journal.append({ n })));
    await first.journal.append({ n: 4 }, { n: 5 });
    await first.journal.close();
    expect(await numbersAfterReopening()).toEqual([1, 2, 3, 4, 5]);
    expect(await numbersAfterReopening()).toEqual([1, 2, 3, 4, 5]);
  });

  it('tells its entries again while it is written to', async () => {
    const { journal } = await reopen();
    await journal.append({ n: 1 }, { n: 2 });
    const told: number[] = [];
    await Promise.all([journal.replay(({ n }) => told.push(n)), journal.append({ n: 3 })]);
    expect(told.slice(0, 2)).toEqual([1, 2]);
    await journal.close();
    expect(await numbersAfterReopening()).toEqual([1, 2, 3]);
  });

  it('has an entry in the file before it acknowledges it', async () => {
    const { journal } = await reopen();
    await journal.append({ n: 1, text: 'Bến Lức' });
    expect(await readFile(file, 'utf8')).toBe('{"n":1,"text":"Bến Lức"}\n');
    await journal.close();
  });

  it('drops what a crash cut off at any byte, and goes on behind the last whole entry', async () => {
    const whole = Buffer.from('{"n":1}\n{"n":2,"text":"Mỹ Yên"}\n');
    for (let length = 8; length < whole.length; length += 1) {
      await rm(file, { force: true });
      await (await reopen()).journal.close();
      await writeFile(file, whole.subarray(0, length));
      const { past, journal } = await reopen();
      expect(past).toEqual([{ n: 1 }]);
      await journal.append({ n: 3 });
      await journal.close();
      expect(await numbersAfterReopening()).toEqual([1, 3]);
    }
  });

  it('holds entries larger than one reading of the file', async () => {
    const { journal } = await reopen();
    await journal.append({ n: 1, text: 'ă'.repeat(200_000) }, { n: 2 });
    await journal.close();
    expect(await numbersAfterReopening()).toEqual([1, 2]);
  });

  it('does not guess at a whole line that is no entry, and names it', async () => {
    await (await reopen()).journal.close();
    await writeFile(file, '{"n":1}\n{"n":"x"}\n{"n":3}\n');
    const opening = reopen();
    await expect(opening).rejects.toThrow(JournalDamaged);
    await expect(opening).rejects.toThrow('line 2');
  });
});
