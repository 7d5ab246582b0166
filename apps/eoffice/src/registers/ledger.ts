import { join } from 'node:path';
import { type Journal, openJournal } from '@lienthong/connector';
import { type RegisterRecord, recordSchema } from './records.js';
import { Registers } from './registers.js';

/** The registers and the file that keeps them; what is written is on the disk before it counts. */
export class Ledger {
  private constructor(
    readonly registers: Registers,
    private readonly journal: Journal<RegisterRecord>,
  ) {}

  /** @throws {JournalDamaged} */
  static async open(folder: string): Promise<Ledger> {
    const registers = new Registers();
    const journal = await openJournal<RegisterRecord>({
      file: join(folder, 'e-office.ndjson'),
      decode: (json) => recordSchema.parse(json),
      replay: (record) => {
        registers.apply(record);
      },
    });
    return new Ledger(registers, journal);
  }

  async write(...records: readonly RegisterRecord[]): Promise<void> {
    await this.journal.append(...records);
    for (const record of records) this.registers.apply(record);
  }

  /** Tells the records from the first on: the registers themselves keep only what is still to be done. */
  replay(tell: (record: RegisterRecord) => void): Promise<void> {
    return this.journal.replay(tell);
  }

  close(): Promise<void> {
    return this.journal.close();
  }
}
