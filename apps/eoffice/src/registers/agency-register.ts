import { toRfc3339 } from '@lienthong/kernel';
import { documentIdOf } from '../office/letter.js';
import {
  type GivenAnswer,
  type HeardStatus,
  type IncomingEntry,
  type IssuedRecord,
  type RegisterRecord,
} from './records.js';

/** Both registers of one agency as a person reads them; times are RFC 3339. */
export interface AgencyRegister {
  /** Internal id. */
  readonly agency: string;
  readonly outgoing: readonly OutgoingLine[];
  readonly incoming: readonly IncomingLine[];
}

export interface OutgoingLine {
  readonly number: number;
  readonly headerDocumentId: string;
  readonly at: string;
  readonly subject: string;
  /** The platform's id, once it has the document. */
  readonly documentId?: string;
  /** Name of the problem, where the platform will never take the document. */
  readonly refused?: string;
  readonly to: readonly {
    readonly code: string;
    readonly channel: string;
    /** In the order in which they were heard; a late one changes nothing. */
    readonly statuses: readonly (Said & { readonly late: boolean })[];
  }[];
}

export interface IncomingLine {
  readonly number: number;
  readonly documentId: string;
  readonly from: string;
  readonly code: string;
  readonly subject: string;
  readonly at: string;
  /** Empty until the agency has answered. */
  readonly answers: readonly (Said & { readonly refused?: string })[];
}

interface Said {
  readonly status: string;
  readonly description: string;
  readonly at: string;
}

/** Folds the records of all systems into the registers of one agency. */
export class RegisterReader {
  private readonly issued = new Map<string, IssuedRecord>();
  private readonly documentIds = new Map<string, string>();
  private readonly refusals = new Map<string, string>();
  private readonly heard = new Map<string, HeardStatus[]>();
  private readonly received = new Map<string, IncomingEntry>();
  private readonly answers = new Map<string, readonly GivenAnswer[]>();

  /** @param isOurs whether a code, or an internal id, is the agency's */
  constructor(
    private readonly agency: string,
    private readonly isOurs: (idOrCode: string) => boolean,
  ) {}

  apply(record: RegisterRecord): void {
    switch (record.type) {
      case 'issued':
        this.issue(record);
        break;
      case 'sent':
        this.documentIds.set(record.key, record.documentId);
        break;
      case 'refused':
        this.refusals.set(record.key, record.code);
        break;
      case 'received':
        for (const entry of this.oursOf(record.entries)) this.received.set(entry.documentId, entry);
        break;
      case 'answered':
        for (const { documentId, answers } of this.oursOf(record.documents))
          this.answers.set(documentId, [...(this.answers.get(documentId) ?? []), ...answers]);
        break;
      case 'heard':
        for (const status of this.oursOf(record.statuses)) this.hear(status);
        break;
      case 'held':
        // No line of a register: it holds for all agencies.
        break;
    }
  }

  register(): AgencyRegister {
    return {
      agency: this.agency,
      outgoing: [...this.issued.values()].map((record) => this.outgoingLine(record)),
      incoming: [...this.received.values()].map((entry) => this.incomingLine(entry)),
    };
  }

  private issue(record: IssuedRecord): void {
    const { from, change } = record.order;
    // What changes a document is no line of its own.
    if (change !== undefined && change.kind !== 'replace') return;
    if (this.isOurs(from)) this.issued.set(record.key, record);
  }

  private oursOf<Item extends { agency: string }>(items: readonly Item[]): readonly Item[] {
    return items.filter(({ agency }) => this.isOurs(agency));
  }

  private hear(status: HeardStatus): void {
    const before = this.heard.get(status.documentId);
    if (before === undefined) this.heard.set(status.documentId, [status]);
    else before.push(status);
  }

  private outgoingLine(record: IssuedRecord): OutgoingLine {
    const { key, number, order } = record;
    const documentId = this.documentIds.get(key);
    const refused = this.refusals.get(key);
    const heard = documentId === undefined ? [] : (this.heard.get(documentId) ?? []);
    return {
      number,
      headerDocumentId: documentIdOf(record),
      at: toRfc3339(order.at),
      subject: order.subject,
      ...(documentId === undefined ? {} : { documentId }),
      ...(refused === undefined ? {} : { refused }),
      to: order.to.map((recipient) => ({
        ...recipient,
        statuses: heard
          .filter((status) => status.recipient === recipient.code)
          .map((status) => ({ ...saidIn(status), late: status.late })),
      })),
    };
  }

  private incomingLine({
    number,
    documentId,
    from,
    code,
    subject,
    at,
  }: IncomingEntry): IncomingLine {
    const answers = this.answers.get(documentId) ?? [];
    return {
      number,
      documentId,
      from,
      code,
      subject,
      at: toRfc3339(at),
      answers: answers.map((answer) => ({
        ...saidIn(answer),
        ...(answer.refused === undefined ? {} : { refused: answer.refused }),
      })),
    };
  }
}

const saidIn = ({ status, description, at }: GivenAnswer | HeardStatus): Said => ({
  status,
  description,
  at: toRfc3339(at),
});
