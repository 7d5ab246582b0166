import {
  type ActRequest,
  type KeyedOrder,
  type MockSystem,
  type OrderOutcome,
} from '@lienthong/connector';
import { Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { type BookState } from './books.js';
import { type Ledger } from './ledger.js';
import { type Directory } from './letter.js';
import { type OutsideSystem } from './outside-system.js';
import { type HeardRecord } from './records.js';

/** Between two looks at the axis; more while there is nothing. */
const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 6_000;

/** Documents were to be issued for agencies that no outside system speaks for. */
export class SendersUnknown extends Error {
  constructor(readonly senders: readonly string[]) {
    super(`no outside system speaks for ${senders.join(', ')}`);
    this.name = 'SendersUnknown';
  }
}

/** Nobody waits for the agency to say something of the document: it has answered, or never had it. */
export class NothingToReport extends Error {
  constructor(readonly documentId: string) {
    super(`nothing waits on the axis about ${documentId}; pause the agency first`);
    this.name = 'NothingToReport';
  }
}

/** All outside systems at work: they look at the axis every few seconds, or when they are told to. */
export class OutsideSystems {
  private readonly logger = new Logger(OutsideSystems.name);
  private readonly ending = new AbortController();
  /** Ids of the systems whose last round failed. */
  private readonly blind = new Set<string>();
  /** Ids of the systems in whose place somebody acts. */
  private readonly paused = new Set<string>();
  private working: Promise<unknown> = Promise.resolve();
  private issuing: Promise<unknown> = Promise.resolve();
  private looking: Promise<void> = Promise.resolve();

  /** @param connections ends the systems' calls to the axis */
  constructor(
    private readonly systems: readonly OutsideSystem[],
    private readonly ledger: Ledger,
    private readonly directory: Directory,
    private readonly connections: AbortController,
  ) {}

  start(): void {
    this.looking = this.look();
  }

  /**
   * Enters documents into the outgoing registers; one that was entered under the same key keeps its number.
   *
   * @returns when they are durable; they are sent soon after
   * @throws {SendersUnknown} and enters none
   */
  issue(orders: readonly KeyedOrder[]): Promise<void> {
    const strangers = orders
      .map(({ order }) => order.from)
      .filter((code) => this.directory(code) === undefined);
    if (strangers.length > 0) return Promise.reject(new SendersUnknown(strangers));
    const issued = this.issuing.then(() => this.enter(orders));
    this.issuing = issued.catch(() => undefined);
    return issued;
  }

  /** A system that could not look at the axis has something outstanding, whatever it is. */
  state(): BookState {
    const state = this.ledger.books.state();
    return { ...state, outstanding: state.outstanding + this.blind.size };
  }

  /** Every system with the codes of its agencies, and what is still to be done. */
  overview(): readonly MockSystem[] {
    return this.systems.map(({ id, agencies, waiting }) => ({
      id,
      agencies,
      waiting,
      paused: this.paused.has(id) ? agencies : [],
      ...(this.blind.has(id) ? { lastError: 'the axis does not answer' } : {}),
    }));
  }

  /**
   * Does what somebody asks in the place of an agency. To pause an agency pauses the system that serves it: it leaves the axis
   * to others.
   *
   * @throws {SendersUnknown}
   * @throws {NothingToReport}
   */
  async act({ agency, act, ...report }: ActRequest): Promise<void> {
    const listed = this.directory(agency);
    const system = this.systems.find(({ id }) => id === listed?.system);
    if (listed === undefined || system === undefined) throw new SendersUnknown([agency]);
    if (act === 'pause') this.paused.add(system.id);
    if (act === 'resume') this.paused.delete(system.id);
    if (act !== 'report') return;
    const { headerDocumentId: documentId, status, description = '' } = report;
    const said = { agency: listed.code102, documentId, status, description };
    if (!(await system.report(said))) throw new NothingToReport(documentId);
  }

  /** What became of a document that was issued under a key; nothing where none was. */
  outcomeOf(key: string): OrderOutcome | undefined {
    return this.ledger.books.outcomeOf(key);
  }

  statusesOf(documentId: string): readonly HeardRecord[] {
    return this.ledger.books.statusesOf(documentId);
  }

  /** @returns how many things there were to do, when all of them are done that can be done */
  settle(): Promise<number> {
    const round = this.working.then(() => this.round());
    this.working = round;
    return round;
  }

  async close(): Promise<void> {
    this.ending.abort();
    this.connections.abort();
    await this.looking;
    await this.working;
    await this.issuing;
    await this.ledger.close();
  }

  private async look(): Promise<void> {
    const { signal } = this.ending;
    let pauseMs = SHORTEST_PAUSE_MS;
    while (!signal.aborted) {
      const found = await this.settle();
      pauseMs = found > 0 ? SHORTEST_PAUSE_MS : Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      await pause(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async round(): Promise<number> {
    const counts = await Promise.all(this.systems.map((system) => this.roundOf(system)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** Whatever fails is tried again in the next round; it stops no other system. */
  private async roundOf(system: OutsideSystem): Promise<number> {
    if (this.paused.has(system.id)) return 0;
    try {
      const found = await system.round();
      this.blind.delete(system.id);
      return found;
    } catch (error) {
      this.blind.add(system.id);
      if (!this.ending.signal.aborted) this.logger.warn(`${system.id}: ${String(error)}`);
      return 0;
    }
  }

  private async enter(orders: readonly KeyedOrder[]): Promise<void> {
    for (const { key, order: document } of orders) {
      const { books } = this.ledger;
      if (books.hasIssued(key)) continue;
      const number = books.nextNumber(document);
      await this.ledger.write({ type: 'issued', key, number, document });
    }
  }
}
