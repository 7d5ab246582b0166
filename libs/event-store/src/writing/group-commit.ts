import { type UnknownOutcomes } from '../event-store.js';
import { AggregateUnreadable, LogDamaged, StoreUnavailable } from '../event-store.errors.js';
import { type Ack } from '../wire/ack-inbox.js';
import { type Link } from '../wire/link.js';
import { type LogLookup, type StoredEvent } from '../wire/log-lookup.js';
import { BATCH_LIMIT, type Draft, type LogWriter } from '../wire/log-writer.js';
import { type Desk } from './desk.js';
import { type UnreadableAggregates } from './unreadable-aggregates.js';

/**
 * Below this many, appends one by one are as fast as a batch, and wait for no other. In a busy platform each of them costs
 * the server and us an acknowledgement: at 100 documents a second, 20 instead of 6 took p99 to the inbox from 103 to 152 ms.
 */
export const SINGLES = 8;

const PAUSES_MS = [0, 10, 50, 200, 1_000] as const;

interface Pending {
  readonly desk: Desk;
  readonly draft: Draft;
}

export interface GroupCommitOptions {
  readonly link: Link;
  readonly writer: LogWriter;
  readonly lookup: LogLookup;
  readonly unreadable: UnreadableAggregates;
  /** The epoch of the lease, while it is held. */
  readonly epoch: () => number | undefined;
  /** Of the log, when it was opened. */
  readonly lastSequence: number;
}

/**
 * Writes what waits at all desks together: one trip to the disk for up to 1,000 events.
 *
 * Whatever the server's answer, each draft ends in the log exactly once, or its desk decides again on what came
 * before it. A desk is in one write at a time, so writes never meet.
 */
export class GroupCommit {
  private readonly ready = new Set<Desk>();
  private scheduled = false;
  /** One batch at a time: what comes meanwhile makes the next one larger, and a large one is cheaper by far. */
  private isBatching = false;
  private singles = 0;
  private found: LogDamaged | undefined;
  private isClosed = false;

  private last: number;
  private unknown: UnknownOutcomes = { found: 0, missing: 0 };

  constructor(private readonly options: GroupCommitOptions) {
    this.last = options.lastSequence;
  }

  get damage(): LogDamaged | undefined {
    return this.found;
  }

  get unknownOutcomes(): UnknownOutcomes {
    return this.unknown;
  }

  /** The last sequence of the log that this writer knows of. */
  get lastSequence(): number {
    return this.last;
  }

  /** Commands wait at the desk, and no draft of it is under way. */
  add(desk: Desk): void {
    this.ready.add(desk);
    this.schedule();
  }

  /** What is not known to be written by now never will be. */
  close(): void {
    this.isClosed = true;
    this.schedule();
  }

  /** Gathers what arrives in one turn of the event loop. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.writeReady();
    });
  }

  private writeReady(): void {
    while (this.ready.size > 0 && !this.isBatching) {
      if (this.singles + this.ready.size < SINGLES) this.writeSingly();
      else this.writeTogether();
    }
  }

  private writeSingly(): void {
    const pending: Pending[] = [];
    this.singles += [...this.gather(pending)].length;
    for (const one of pending) {
      void this.commit([one]).finally(() => {
        this.singles -= 1;
        this.schedule();
      });
    }
  }

  private writeTogether(): void {
    const pending: Pending[] = [];
    const ack = this.writeNow(this.gather(pending));
    if (pending.length === 0) return;
    this.isBatching = true;
    void this.commit(pending, ack).finally(() => {
      this.isBatching = false;
      this.schedule();
    });
  }

  /** The first attempt at a batch goes out while it is being decided; without a connection it does not go out. */
  private async writeNow(drafts: Iterable<Draft>): Promise<Ack> {
    const { link, writer } = this.options;
    if (link.up && this.found === undefined) return writer.write(drafts);
    const reason = `${String([...drafts].length)} drafts were not written`;
    return { kind: 'refused', code: 0, reason };
  }

  /** The drafts of what is ready, up to a batch. Each is `pending` before it is handed out. */
  private *gather(pending: Pending[]): Generator<Draft> {
    let size = 0;
    for (const desk of this.ready) {
      if (size >= BATCH_LIMIT) return;
      const draft = desk.draft(BATCH_LIMIT - size);
      if (size > 0 && size + draft.events.length > BATCH_LIMIT) return;
      this.ready.delete(desk);
      size += draft.events.length;
      if (draft.events.length === 0) {
        void this.answer(desk, draft);
        continue;
      }
      pending.push({ desk, draft });
      yield draft;
    }
  }

  /** Nothing is to be written on what is known; so that has to be the newest. */
  private async answer(desk: Desk, { expected }: Draft): Promise<void> {
    await this.guarded([desk], async () => {
      if (desk.isCurrent) {
        desk.nothingToWrite();
        return;
      }
      const epoch = this.options.epoch();
      const last = await this.untilAnswered(() => this.options.lookup.last(desk.subject));
      const later = await this.eventsAfter(desk, last);
      if (isStill(desk, expected, later)) desk.nothingToWrite(epoch);
      else this.decideAgain(desk, later, epoch);
    });
  }

  private async commit(pending: readonly Pending[], first?: Promise<Ack>): Promise<void> {
    const desks = pending.map(({ desk }) => desk);
    await this.guarded(desks, async () => {
      let open = pending;
      for (let attempt = 0; open.length > 0; attempt += 1) {
        const ack = await (attempt === 0 && first !== undefined ? first : this.write(open));
        open = await this.afterAck(open, ack, attempt);
      }
    });
  }

  private async write(open: readonly Pending[]): Promise<Ack> {
    this.checkUsable();
    await this.options.link.connected();
    return this.options.writer.write(open.map(({ draft }) => draft));
  }

  /** Answers what has to be written once more. */
  private async afterAck(
    open: readonly Pending[],
    ack: Ack,
    attempt: number,
  ): Promise<readonly Pending[]> {
    if (ack.kind === 'stored') {
      this.settle(open, ack.sequence);
      return [];
    }
    await this.options.link.pause(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] ?? 0);
    return this.resolve(open, ack.kind);
  }

  private settle(open: readonly Pending[], lastSequence: number): void {
    this.last = Math.max(this.last, lastSequence);
    const size = open.reduce((sum, { draft }) => sum + draft.events.length, 0);
    let sequence = lastSequence - size + 1;
    for (const { desk, draft } of open) {
      desk.written(sequence);
      sequence += draft.events.length;
    }
  }

  /** A conflict names no message, and an unknown outcome nothing at all: the log itself is asked. */
  private async resolve(
    open: readonly Pending[],
    kind: 'refused' | 'unknown',
  ): Promise<readonly Pending[]> {
    const subjects = open.map(({ draft }) => draft.subject);
    const epoch = this.options.epoch();
    const lasts = await this.untilAnswered(() => this.options.lookup.lasts(subjects));
    const again: Pending[] = [];
    for (const pending of open) {
      const { desk, draft } = pending;
      const later = await this.eventsAfter(desk, lasts.get(draft.subject));
      const id = draft.events.at(-1)?.id;
      const own = later.find((event) => event.id === id);
      if (kind === 'unknown') this.countUnknown(own === undefined ? 'missing' : 'found');
      if (own !== undefined) desk.written(own.sequence - draft.events.length + 1);
      else if (isStill(desk, draft.expected, later)) again.push(pending);
      else this.decideAgain(desk, later, epoch);
    }
    return again;
  }

  private countUnknown(outcome: keyof UnknownOutcomes): void {
    this.unknown = { ...this.unknown, [outcome]: this.unknown[outcome] + 1 };
  }

  /** An event that cannot be read is the trouble of its desk alone. */
  private decideAgain(desk: Desk, later: readonly StoredEvent[], epoch: number | undefined): void {
    try {
      desk.caughtUp(later, epoch);
      this.add(desk);
    } catch (error) {
      if (!(error instanceof AggregateUnreadable)) throw error;
      this.options.unreadable.note(error);
      desk.failed(error);
    }
  }

  /** @throws {LogDamaged} when the chain does not lead to what is known for certain */
  private async eventsAfter(
    desk: Desk,
    last: StoredEvent | undefined,
  ): Promise<readonly StoredEvent[]> {
    try {
      return await this.chain(desk, last);
    } catch (error) {
      if (!(error instanceof LogDamaged) || !desk.forget()) throw error;
      return this.chain(desk, last);
    }
  }

  private async chain(
    { known, subject }: Desk,
    last: StoredEvent | undefined,
  ): Promise<readonly StoredEvent[]> {
    if (last !== undefined) return this.untilAnswered(() => this.options.lookup.chain(last, known));
    if (known.lastSequence === 0) return [];
    throw new LogDamaged(`${subject} had an event at ${String(known.lastSequence)} and has none`);
  }

  private async untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      this.checkUsable();
      await this.options.link.connected();
      try {
        return await ask();
      } catch (error) {
        if (error instanceof LogDamaged) throw error;
      }
      await this.options.link.pause(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] ?? 0);
    }
  }

  /** Damage is final for all; any other failure is that of the desks alone. */
  private async guarded(desks: readonly Desk[], work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof LogDamaged) this.found ??= error;
      const reason = error instanceof Error ? error : new StoreUnavailable(String(error));
      for (const desk of desks) desk.failed(reason);
    }
  }

  private checkUsable(): void {
    if (this.found !== undefined) throw this.found;
    if (this.isClosed) throw new StoreUnavailable('the store was closed');
  }
}

const isStill = (desk: Desk, expected: number, later: readonly StoredEvent[]): boolean =>
  later.length === 0 && desk.known.lastSequence === expected;
