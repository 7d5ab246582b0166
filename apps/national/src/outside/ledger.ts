import { type Journal, openJournal } from '@lienthong/connector';
import { join } from 'node:path';
import { Books } from './books.js';
import { type OutsideRecord, recordSchema } from './records.js';

/** The books of the outside systems and the file that keeps them; what is written is on disk before it counts. */
export class Ledger {
  private constructor(
    readonly books: Books,
    private readonly journal: Journal<OutsideRecord>,
  ) {}

  /** @throws {JournalDamaged} */
  static async open(folder: string): Promise<Ledger> {
    const books = new Books();
    const journal = await openJournal<OutsideRecord>({
      file: join(folder, 'outside-systems.ndjson'),
      decode: (json) => recordSchema.parse(json),
      replay: (record) => {
        books.apply(record);
      },
    });
    return new Ledger(books, journal);
  }

  async write(...records: readonly OutsideRecord[]): Promise<void> {
    await this.journal.append(...records);
    for (const record of records) this.books.apply(record);
  }

  close(): Promise<void> {
    return this.journal.close();
  }
}
