import { type OrderOutcome, type Problem, problemNamed, problemSchema } from '@lienthong/connector';
import { type Instant, localDate } from '@lienthong/kernel';
import { documentIdOf } from '../office/letter.js';
import {
  type IncomingEntry,
  type IssuedRecord,
  type Question,
  type RefusedRecord,
  type RegisterRecord,
} from './records.js';

export interface Counts {
  /** Documents to be sent, and received ones to be answered. */
  readonly outstanding: number;
  readonly issued: number;
  readonly sent: number;
  /** Outgoing documents, and statuses, that the platform will never take. */
  readonly refused: number;
  readonly received: number;
  readonly statusesSent: number;
  /** What recipients said of documents sent. */
  readonly statusesHeard: number;
}

/** A received document of which something is still to be said. */
export interface WaitingEntry extends IncomingEntry {
  /** How many of the answers were given already. */
  readonly given: number;
}

/** What is remembered of a document that was issued. */
export interface IssuedBefore {
  readonly number: number;
  /** Its own DocumentId. */
  readonly headerId: string;
  /** The platform's id, once it has the document. */
  readonly documentId?: string;
}

/**
 * The registers of all systems: a fold of their records. Of what is done with, only the names of an issued
 * document are kept, so that none is issued twice and each can be changed; a received one is kept as a number alone.
 */
export class Registers {
  private readonly known = new Map<string, IssuedBefore>();
  private readonly numbers = new Map<string, number>();
  private readonly outgoing = new Map<string, IssuedRecord>();
  private readonly cursors = new Map<string, string>();
  private readonly statusCursors = new Map<string, string>();
  private readonly incoming = new Map<string, Map<string, WaitingEntry>>();
  private readonly questions = new Map<string, Map<string, Question>>();
  private readonly refusals = new Map<string, RefusedRecord>();
  private until: Instant = Infinity;
  private sent = 0;
  private refused = 0;
  private received = 0;
  private statusesSent = 0;
  private statusesHeard = 0;

  apply(record: RegisterRecord): void {
    switch (record.type) {
      case 'issued':
        this.issue(record);
        break;
      case 'sent':
        this.note(record);
        break;
      case 'refused':
        this.refuse(record);
        break;
      case 'received':
        this.receive(record);
        break;
      case 'answered':
        this.answer(record);
        break;
      case 'heard':
        this.statusCursors.set(record.system, record.cursor);
        this.statusesHeard += record.statuses.length;
        break;
      case 'held':
        this.until = record.until ?? Infinity;
    }
  }

  /**
   * Up to when the agencies act. Nobody waits in scenario time, so that what takes days is done at once; whoever conducts
   * a scenario in which somebody comes in between holds them back until then, through crashes too.
   */
  get horizon(): Instant {
    return this.until;
  }

  hasIssued(key: string): boolean {
    return this.known.has(key);
  }

  /** What was issued under a key; nothing where nothing was. */
  issuedUnder(key: string): IssuedBefore | undefined {
    return this.known.get(key);
  }

  /** What became of a document that was issued under a key; nothing where none was. */
  outcomeOf(key: string): OrderOutcome | undefined {
    const refusal = this.refusals.get(key);
    if (refusal !== undefined) return { state: 'refused', problem: problemOf(refusal) };
    if (this.outgoing.has(key)) return { state: 'waiting' };
    return this.known.has(key) ? { state: 'sent' } : undefined;
  }

  /** Last number given in the outgoing register of an agency, by the year of `at`. */
  lastOutgoing(agency: string, at: Instant): number {
    return this.numbers.get(registerOf('out', agency, at)) ?? 0;
  }

  lastIncoming(agency: string, at: Instant): number {
    return this.numbers.get(registerOf('in', agency, at)) ?? 0;
  }

  /** What a system has issued and not yet sent, in the order of issue. */
  toSend(system: string): readonly IssuedRecord[] {
    return [...this.outgoing.values()].filter((record) => record.system === system);
  }

  /** What a system has received and not yet answered, in the order of arrival. */
  toAnswer(system: string): readonly WaitingEntry[] {
    return [...(this.incoming.get(system)?.values() ?? [])];
  }

  /** What a system was asked and has not answered, in the order of arrival. */
  toDecide(system: string): readonly Question[] {
    return [...(this.questions.get(system)?.values() ?? [])];
  }

  /** Up to where a system has read its inbox. */
  cursor(system: string): string | undefined {
    return this.cursors.get(system);
  }

  /** Up to where a system has read what became of its documents. */
  statusCursor(system: string): string | undefined {
    return this.statusCursors.get(system);
  }

  /** How much a system has to send, to answer and to decide on. */
  waiting(system: string): number {
    const received = this.incoming.get(system)?.size ?? 0;
    const asked = this.questions.get(system)?.size ?? 0;
    return this.toSend(system).length + received + asked;
  }

  counts(): Counts {
    const { sent, refused, received, statusesSent, statusesHeard } = this;
    const waiting = [...this.incoming.values(), ...this.questions.values()];
    const unanswered = waiting.reduce((sum, { size }) => sum + size, 0);
    const outstanding = this.outgoing.size + unanswered;
    const done = { sent, refused, received, statusesSent, statusesHeard };
    return { outstanding, issued: this.known.size, ...done };
  }

  private issue(record: IssuedRecord): void {
    const { key, number, order } = record;
    const register = registerOf('out', order.from, order.at);
    this.known.set(key, { number, headerId: documentIdOf(record) });
    // A change goes by the number of what it changes.
    this.numbers.set(register, Math.max(number, this.numbers.get(register) ?? 0));
    this.outgoing.set(key, record);
  }

  private refuse(record: RefusedRecord): void {
    if (!this.outgoing.delete(record.key)) return;
    this.refused += 1;
    this.refusals.set(record.key, record);
  }

  private note({ key, documentId }: RegisterRecord & { type: 'sent' }): void {
    if (!this.outgoing.delete(key)) return;
    this.sent += 1;
    const issued = this.known.get(key);
    if (issued !== undefined) this.known.set(key, { ...issued, documentId });
  }

  private receive(record: RegisterRecord & { type: 'received' }): void {
    const { system, cursor, entries, questions } = record;
    this.cursors.set(system, cursor);
    this.received += entries.length;
    const waiting = mapOf(this.incoming, system);
    for (const entry of entries) {
      this.numbers.set(registerOf('in', entry.agency, entry.at), entry.number);
      waiting.set(entryKey(entry), { ...entry, given: 0 });
    }
    const asked = mapOf(this.questions, system);
    for (const question of questions) asked.set(questionKey(question, question), question);
  }

  private answer({ system, documents }: RegisterRecord & { type: 'answered' }): void {
    for (const document of documents) {
      if (!this.isWaiting(system, document)) continue;
      const refused = document.answers.filter((answer) => answer.refused !== undefined).length;
      this.statusesSent += document.answers.length - refused;
      this.refused += refused;
      this.settle(system, document);
    }
  }

  private isWaiting(system: string, document: Answered): boolean {
    const { question } = document;
    return question === undefined
      ? mapOf(this.incoming, system).has(entryKey(document))
      : mapOf(this.questions, system).has(questionKey(document, question));
  }

  private settle(system: string, document: Answered): void {
    const { question, answers, more = false } = document;
    const waiting = mapOf(this.incoming, system);
    const key = entryKey(document);
    if (question !== undefined) {
      mapOf(this.questions, system).delete(questionKey(document, question));
      if (endsTheDocument(question, answers)) waiting.delete(key);
      return;
    }
    const entry = waiting.get(key);
    if (more && entry !== undefined)
      waiting.set(key, { ...entry, given: entry.given + answers.length });
    else waiting.delete(key);
  }
}

/** Who has given a document back, or knows that it was revoked, says no more of it. */
const endsTheDocument = ({ kind }: Pick<Question, 'kind'>, answers: Answered['answers']): boolean =>
  kind !== 'update' && answers.some(({ status }) => status === '15');

const problemOf = ({ code, problem }: RefusedRecord): Problem =>
  problemSchema.safeParse(problem).data ?? problemNamed(code);

const mapOf = <Value>(
  maps: Map<string, Map<string, Value>>,
  system: string,
): Map<string, Value> => {
  const known = maps.get(system) ?? new Map<string, Value>();
  maps.set(system, known);
  return known;
};

const registerOf = (kind: 'in' | 'out', agency: string, at: Instant): string =>
  `${kind} ${agency} ${localDate(at).slice(0, 'yyyy'.length)}`;

const entryKey = ({ agency, documentId }: { agency: string; documentId: string }): string =>
  `${agency} ${documentId}`;

type Answered = (RegisterRecord & { type: 'answered' })['documents'][number];

const questionKey = (
  document: { agency: string; documentId: string },
  { kind, at }: Pick<Question, 'kind' | 'at'>,
): string => `${entryKey(document)} ${kind} ${String(at)}`;
