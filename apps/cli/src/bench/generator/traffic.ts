import { setTimeout as pause } from 'node:timers/promises';
import { type Door, type InboxPage } from './door.js';
import { Load, type Measured } from './load.js';

/** Every recipient goes through all of them. */
const STATUSES = ['01', '03', '04', '05', '06'];
const NOTATION = 'DO';
/** Documents that a writer hands in together. */
const BULK = 20;
/** Pages of one recipient whose statuses are under way; the next ones wait. */
const REPORTS_AT_ONCE = 4;
/** A recipient asks no more often. */
const LOOK_EVERY_MS = 20;

export interface Party {
  readonly code: string;
  readonly door: Door;
}

/** Documents of one sender for several recipients, each of which reads and answers on its own, as systems do. */
export class Traffic {
  private count = 0;
  private readonly cursors = new Map<Party, string>();

  constructor(
    private readonly sender: Party,
    private readonly recipients: readonly Party[],
  ) {}

  /** As many documents as the platform takes from `writers`, each of which hands in many and waits for the answers. */
  flow(writers: number, seconds: number): Promise<Measured> {
    const deadline = performance.now() + seconds * 1_000;
    const write = async (load: Load): Promise<void> => {
      while (!load.over.aborted && performance.now() < deadline) await this.issueMany(load);
    };
    return this.measure(async (load) => {
      await Promise.all(Array.from({ length: writers }, () => write(load)));
    });
  }

  /** So many documents a second, whether or not those before were answered. */
  offer(perSecond: number, seconds: number): Promise<Measured> {
    const begin = performance.now();
    return this.measure(async (load) => {
      const issued: Promise<void>[] = [];
      for (let at = 0; !load.over.aborted && at < perSecond * seconds; at += 1) {
        const due = begin + (at * 1_000) / perSecond;
        const early = due - performance.now();
        if (early > 0) await pause(early);
        issued.push(load.part(this.issue(load, due)));
      }
      await Promise.all(issued);
    });
  }

  /** Resolves when all is written and every delivery answered; where one part fails, the others end. */
  private async measure(write: (load: Load) => Promise<void>): Promise<Measured> {
    const load = new Load();
    const written = write(load).then(() => {
      load.written();
    });
    const answered = this.recipients.map((recipient) => this.answer(load, recipient));
    await Promise.all([written, ...answered].map((part) => load.part(part)));
    return load.measured();
  }

  private async issue(load: Load, due: number): Promise<void> {
    const { documentId, text } = this.document();
    load.issued(documentId, due, this.recipients.length);
    await this.sender.door.issue(text);
    load.accepted(documentId);
  }

  private async issueMany(load: Load): Promise<void> {
    const documents = Array.from({ length: BULK }, () => this.document());
    const due = performance.now();
    for (const { documentId } of documents) load.issued(documentId, due, this.recipients.length);
    await this.sender.door.issueAll(documents.map(({ text }) => `${text}\n`).join(''));
    for (const { documentId } of documents) load.accepted(documentId);
  }

  private document(): { readonly documentId: string; readonly text: string } {
    this.count += 1;
    const { code } = this.sender;
    const number = String(this.count);
    const documentId = `${code},${NOTATION},${number}`;
    const text = JSON.stringify({
      from: code,
      documentId,
      code: { number, notation: NOTATION },
      typeName: 'Công văn',
      subject: 'Đo thông lượng',
      to: this.recipients.map((recipient) => ({ code: recipient.code })),
    });
    return { documentId, text };
  }

  private async answer(load: Load, recipient: Party): Promise<void> {
    const reports: Promise<void>[] = [];
    for (;;) {
      const asked = performance.now();
      const page = await this.next(load, recipient);
      if (page === undefined) break;
      for (const { headerDocumentId } of page.entries) load.read(headerDocumentId);
      if (page.entries.length > 0) reports.push(load.part(this.report(load, recipient, page)));
      if (reports.length >= REPORTS_AT_ONCE) await reports.shift();
      const early = asked + LOOK_EVERY_MS - performance.now();
      if (early > 0) await pause(early);
    }
    await Promise.all(reports);
  }

  /** Nothing when the load is over. */
  private async next({ over }: Load, recipient: Party): Promise<InboxPage | undefined> {
    try {
      const page = await recipient.door.inbox(this.cursors.get(recipient), over);
      this.cursors.set(recipient, page.cursor);
      return page;
    } catch (error) {
      if (over.aborted) return undefined;
      throw error;
    }
  }

  private async report(load: Load, { door }: Party, { entries }: InboxPage): Promise<void> {
    let lines = '';
    for (const { documentId, recipient: agency, at } of entries)
      for (const status of STATUSES)
        lines += `${JSON.stringify({ documentId, agency, status, at })}\n`;
    await door.report(lines);
    load.answered(entries.length);
  }
}
