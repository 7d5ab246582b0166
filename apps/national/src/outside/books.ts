import { type OrderOutcome, problemNamed } from '@lienthong/connector';
import { localDate } from '@lienthong/kernel';
import {
  type HeardRecord,
  type IssuedDocument,
  type IssuedRecord,
  type OutsideRecord,
  type RefusedRecord,
} from './records.js';

export interface BookState {
  /** Documents to be sent, and received ones to be answered. */
  readonly outstanding: number;
  readonly issued: number;
  readonly refused: number;
  readonly received: number;
  readonly statusesSent: number;
  readonly statusesReceived: number;
}

/** The registers of the outside systems: a fold of their journal. A record that comes twice counts once. */
export class Books {
  private readonly issues = new Map<string, IssuedRecord>();
  private readonly numbers = new Map<string, number>();
  private readonly toSend = new Map<string, IssuedRecord>();
  private readonly refusals = new Map<string, RefusedRecord>();
  private readonly received = new Set<string>();
  private readonly answers = new Map<string, number>();
  private readonly heard = new Map<string, HeardRecord>();

  apply(record: OutsideRecord): void {
    switch (record.type) {
      case 'issued':
        this.issue(record);
        break;
      case 'sent':
        this.toSend.delete(record.key);
        break;
      case 'refused':
        this.toSend.delete(record.key);
        this.refusals.set(record.key, record);
        break;
      case 'received':
        this.received.add(entryOf(record));
        break;
      case 'answered':
        this.answers.set(entryOf(record), record.statuses);
        break;
      case 'heard':
        this.heard.set(record.docId, record);
    }
  }

  hasIssued(key: string): boolean {
    return this.issues.has(key);
  }

  /** What became of a document that was issued under a key; nothing where none was. */
  outcomeOf(key: string): OrderOutcome | undefined {
    const refusal = this.refusals.get(key);
    if (refusal !== undefined)
      return { state: 'refused', problem: problemNamed(refusal.code, refusal.reason) };
    if (this.toSend.has(key)) return { state: 'waiting' };
    return this.issues.has(key) ? { state: 'sent' } : undefined;
  }

  hasAnswered(system: string, docId: string): boolean {
    return this.answers.has(entryOf({ system, docId }));
  }

  nextNumber(document: IssuedDocument): number {
    return (this.numbers.get(registerOf(document)) ?? 0) + 1;
  }

  /** What is issued and not yet on the axis, in the order of issue. */
  waitingToBeSent(): readonly IssuedRecord[] {
    return [...this.toSend.values()];
  }

  /** What was heard of a document, in the order of arrival. */
  statusesOf(documentId: string): readonly HeardRecord[] {
    return [...this.heard.values()].filter((record) => record.documentId === documentId);
  }

  /** What a system has received and not answered. */
  unanswered(system: string): number {
    const isOpen = (entry: string): boolean =>
      entry.startsWith(`${system} `) && !this.answers.has(entry);
    return [...this.received].filter(isOpen).length;
  }

  state(): BookState {
    const unanswered = [...this.received].filter((entry) => !this.answers.has(entry)).length;
    return {
      outstanding: this.toSend.size + unanswered,
      issued: this.issues.size,
      refused: this.refusals.size,
      received: this.received.size,
      statusesSent: [...this.answers.values()].reduce((sum, statuses) => sum + statuses, 0),
      statusesReceived: this.heard.size,
    };
  }

  private issue(record: IssuedRecord): void {
    if (this.issues.has(record.key)) return;
    this.issues.set(record.key, record);
    this.numbers.set(registerOf(record.document), record.number);
    if (hasElectronicRecipient(record.document)) this.toSend.set(record.key, record);
  }
}

const hasElectronicRecipient = ({ to }: IssuedDocument): boolean =>
  to.some(({ channel }) => channel !== 'paper');

const registerOf = ({ from, at }: IssuedDocument): string =>
  `${from} ${localDate(at).slice(0, 'yyyy'.length)}`;

const entryOf = ({ system, docId }: { system: string; docId: string }): string =>
  `${system} ${docId}`;
