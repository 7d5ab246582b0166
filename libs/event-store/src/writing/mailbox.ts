import { type AggregateType, type Subject } from '@lienthong/contracts';
import { fold } from '@lienthong/kernel';
import { type Entry, entryAfter, newEntry } from '../aggregate-entry.js';
import { type Cause, type Handled, type Message } from '../event-store.js';
import { BATCH_LIMIT, type Draft, type OutgoingEvent } from '../wire/log-writer.js';
import { type ChainEnd, type StoredEvent } from '../wire/log-lookup.js';
import { type Desk } from './desk.js';
import { type EventEncoder } from './event-encoder.js';

interface Waiting<S, C, E> {
  readonly command: C;
  readonly cause: Cause;
  /** Milliseconds of the machine's clock. */
  readonly since: number;
  readonly resolve: (handled: Handled<S, E>) => void;
  readonly reject: (error: unknown) => void;
}

type Decision<S, E> =
  | { readonly kind: 'failed'; readonly error: unknown }
  | {
      readonly kind: 'decided';
      readonly events: readonly E[];
      readonly state: S;
      /** How many events the draft holds up to and with these. */
      readonly drafted: number;
    };

export interface MailboxOptions<S, C extends Message, E extends Message> {
  readonly aggregate: AggregateType<S, C, E>;
  readonly subject: Subject;
  readonly encoder: EventEncoder;
  /** The epoch of the lease, while it is held. */
  readonly epoch: () => number | undefined;
  /** The mailbox knows the aggregate better than before, and is free for its next draft. */
  readonly onSettled: (mailbox: Mailbox<S, C, E>) => void;
}

/** The commands that wait for one aggregate, in their order. */
export class Mailbox<S, C extends Message, E extends Message> implements Desk {
  readonly subject: Subject;
  private readonly waiting: Waiting<S, C, E>[] = [];
  /** Those among them that were told to come again while they are being written. */
  private readonly answered = new WeakSet<Waiting<S, C, E>>();
  /** What was decided in the current draft on the first of those that wait. */
  private decisions: Decision<S, E>[] = [];
  private epoch: number | undefined;

  constructor(
    private readonly options: MailboxOptions<S, C, E>,
    private current: Entry<S>,
  ) {
    this.subject = options.subject;
  }

  get entry(): Entry<S> {
    return this.current;
  }

  get size(): number {
    return this.waiting.length;
  }

  get known(): ChainEnd {
    return this.current;
  }

  get isCurrent(): boolean {
    const epoch = this.options.epoch();
    return epoch !== undefined && this.current.confirmedIn === epoch;
  }

  post(command: C, cause: Cause): Promise<Handled<S, E>> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ command, cause, since: Date.now(), resolve, reject });
    });
  }

  /** Before the first draft: more has become known of the aggregate than its first assumption. */
  begin(entry: Entry<S>): void {
    this.current = entry;
  }

  draft(limit: number): Draft {
    this.decisions = [];
    this.epoch = this.options.epoch();
    const events: OutgoingEvent[] = [];
    let { state } = this.current;
    for (const { command, cause } of this.waiting) {
      const { decision, outgoing } = this.decide(command, cause, { state, drafted: events.length });
      if (events.length > 0 && events.length + outgoing.length > limit) break;
      this.decisions.push(decision);
      events.push(...outgoing);
      if (decision.kind === 'decided') ({ state } = decision);
      if (events.length >= limit) break;
    }
    return { subject: this.subject, expected: this.current.lastSequence, events };
  }

  written(firstSequence: number): void {
    const before = this.current;
    const entryAt = (state: S, drafted: number): Entry<S> =>
      drafted === 0
        ? before
        : {
            state,
            version: before.version + drafted,
            firstSequence: before.firstSequence === 0 ? firstSequence : before.firstSequence,
            lastSequence: firstSequence + drafted - 1,
            confirmedIn: this.epoch,
          };
    this.settle(entryAt);
  }

  nothingToWrite(epoch = this.current.confirmedIn): void {
    this.current = { ...this.current, confirmedIn: epoch };
    this.settle(() => this.current);
  }

  caughtUp(later: readonly StoredEvent[], epoch: number | undefined): void {
    this.decisions = [];
    const entry = entryAfter(this.options.aggregate, this.current, later);
    this.current = { ...entry, confirmedIn: epoch };
  }

  forget(): boolean {
    const { aggregate } = this.options;
    if (this.current.version === 0 || this.current.confirmedIn !== undefined) return false;
    this.decisions = [];
    this.current = newEntry(aggregate.decider.initial);
    return true;
  }

  failed(error: Error): void {
    for (const { reject } of this.waiting.splice(0)) reject(error);
    this.decisions = [];
    this.options.onSettled(this);
  }

  /**
   * Answers with `error` what has waited since before `instant`, and what waits behind it, which would overtake it when it is
   * repeated. What is being written may be written all the same.
   */
  expire(instant: number, error: () => Error): void {
    const late = this.waiting.filter((one) => one.since < instant && !this.answered.has(one));
    if (late.length === 0) return;
    for (const one of late) this.answered.add(one);
    const behind = this.waiting.splice(this.decisions.length);
    for (const { reject } of new Set([...late, ...behind])) reject(error());
  }

  private decide(
    command: C,
    cause: Cause,
    { state, drafted }: { readonly state: S; readonly drafted: number },
  ): { readonly decision: Decision<S, E>; readonly outgoing: readonly OutgoingEvent[] } {
    try {
      const { decider } = this.options.aggregate;
      const events = decider.decide(command, state);
      if (events.length > BATCH_LIMIT) {
        throw new RangeError(`${command.type} led to ${String(events.length)} events`);
      }
      const outgoing = events.map((event, at) => this.encode(event, drafted + at, cause));
      const decision: Decision<S, E> = {
        kind: 'decided',
        events,
        state: fold(decider, events, state),
        drafted: drafted + events.length,
      };
      return { decision, outgoing };
    } catch (error) {
      return { decision: { kind: 'failed', error }, outgoing: [] };
    }
  }

  private encode(event: E, drafted: number, cause: Cause): OutgoingEvent {
    const { aggregate, encoder } = this.options;
    const { version, lastSequence } = this.current;
    const place = {
      subject: this.subject,
      version: version + drafted + 1,
      previous: drafted === 0 ? lastSequence : -1,
    };
    return encoder.encode(aggregate.events, event, place, cause);
  }

  private settle(entryAt: (state: S, drafted: number) => Entry<S>): void {
    const { decisions } = this;
    const answered = this.waiting.splice(0, decisions.length);
    this.decisions = [];
    decisions.forEach((decision, at) => {
      const waiting = answered[at];
      if (decision.kind === 'failed') {
        waiting?.reject(decision.error);
        return;
      }
      const { events, state, drafted } = decision;
      this.current = entryAt(state, drafted);
      const { version, firstSequence, lastSequence } = this.current;
      waiting?.resolve({ events, state, version, firstSequence, lastSequence });
    });
    this.options.onSettled(this);
  }
}
