import { type AggregateType, type Subject, subjectOf } from '@lienthong/contracts';
import { type Entry, entryAfter, entryOfRow, newEntry } from '../aggregate-entry.js';
import {
  type Handled,
  type HandleOptions,
  type LoadOptions,
  type Message,
  type StateRows,
} from '../event-store.js';
import { AggregateUnreadable, StoreUnavailable } from '../event-store.errors.js';
import { Recent } from '../recent.js';
import { type ChainEnd, type LogLookup, type StoredEvent } from '../wire/log-lookup.js';
import { type EventEncoder } from './event-encoder.js';
import { type GroupCommit } from './group-commit.js';
import { Mailbox } from './mailbox.js';
import { type UnreadableAggregates } from './unreadable-aggregates.js';

/** How many aggregates of one category are remembered. */
const REMEMBERED = 10_000;

export interface AggregatesContext {
  readonly tenant: string;
  readonly rows: StateRows | undefined;
  readonly commit: Pick<GroupCommit, 'add'>;
  readonly lookup: Pick<LogLookup, 'last' | 'chain'>;
  readonly encoder: EventEncoder;
  readonly unreadable: UnreadableAggregates;
  /** The epoch of the lease, while it is held. */
  readonly epoch: () => number | undefined;
}

/** The aggregates of one category: those in memory, and how the others come there. */
export class Aggregates<S, C extends Message, E extends Message> {
  private readonly mailboxes = new Map<Subject, Mailbox<S, C, E>>();
  private readonly remembered = new Recent<Entry<S>>(REMEMBERED);

  constructor(
    private readonly aggregate: AggregateType<S, C, E>,
    private readonly context: AggregatesContext,
  ) {}

  get waiting(): number {
    let sum = 0;
    for (const { size } of this.mailboxes.values()) sum += size;
    return sum;
  }

  handle(
    id: string,
    command: C,
    { isNew = false, ...cause }: HandleOptions,
  ): Promise<Handled<S, E>> {
    const subject = subjectOf(this.context.tenant, this.aggregate.category, id);
    const unreadable = this.context.unreadable.of(subject);
    if (unreadable !== undefined) return Promise.reject(unreadable);
    const open = this.mailboxes.get(subject);
    if (open !== undefined) return open.post(command, cause);
    const mailbox = this.open(subject);
    const handled = mailbox.post(command, cause);
    if (isNew || mailbox.entry.version > 0) this.context.commit.add(mailbox);
    else this.begin(mailbox, id);
    return handled;
  }

  /** Commands on it wait, or are being carried out. */
  isOpen(id: string): boolean {
    const { tenant } = this.context;
    return this.mailboxes.has(subjectOf(tenant, this.aggregate.category, id));
  }

  /** The aggregate as the log holds it at the time of the call, or later; or as it was when it was `seen`, or later. */
  async load(id: string, { seen = Infinity }: LoadOptions): Promise<Entry<S>> {
    const subject = subjectOf(this.context.tenant, this.aggregate.category, id);
    const remembered = this.remembered.get(subject);
    if (remembered !== undefined && this.suffices(subject, remembered, seen)) return remembered;
    const known = remembered ?? (await this.fromRow(id)) ?? this.nothing();
    const entry = await this.caughtUp(subject, known);
    if (entry.version > known.version) this.remember(subject, entry);
    return entry;
  }

  /** What was written here meanwhile is known better than what was read. */
  private remember(subject: Subject, read: Entry<S>): void {
    const { version = 0 } = this.remembered.get(subject) ?? {};
    if (read.version > version) this.remembered.set(subject, read);
  }

  /** Without asking the log: what this process wrote is in it, and the newest while nobody else may write. */
  private suffices(subject: Subject, { version, confirmedIn }: Entry<S>, seen: number): boolean {
    if (confirmedIn === undefined) return false;
    return (
      version >= seen || (confirmedIn === this.context.epoch() && !this.mailboxes.has(subject))
    );
  }

  /** Answers commands that came before `instant` and have not been carried out. */
  expire(instant: number): void {
    const error = () => new StoreUnavailable('no answer in time');
    for (const mailbox of this.mailboxes.values()) mailbox.expire(instant, error);
  }

  private open(subject: Subject): Mailbox<S, C, E> {
    const { aggregate } = this;
    const { encoder, epoch } = this.context;
    const onSettled = (settled: Mailbox<S, C, E>): void => {
      this.settled(settled);
    };
    const options = { aggregate, subject, encoder, epoch, onSettled };
    const mailbox = new Mailbox(options, this.remembered.get(subject) ?? this.nothing());
    this.mailboxes.set(subject, mailbox);
    return mailbox;
  }

  private begin(mailbox: Mailbox<S, C, E>, id: string): void {
    const { rows, commit } = this.context;
    if (rows === undefined || this.aggregate.state === undefined) {
      commit.add(mailbox);
      return;
    }
    void this.fromRow(id).then((entry) => {
      if (entry !== undefined) mailbox.begin(entry);
      commit.add(mailbox);
    });
  }

  private settled(mailbox: Mailbox<S, C, E>): void {
    const { entry, subject } = mailbox;
    if (entry.version > 0) this.remembered.set(subject, entry);
    if (mailbox.size > 0) this.context.commit.add(mailbox);
    else if (this.mailboxes.get(subject) === mailbox) this.mailboxes.delete(subject);
  }

  private async caughtUp(subject: Subject, known: Entry<S>): Promise<Entry<S>> {
    const { lookup, unreadable } = this.context;
    const last = await lookup.last(subject);
    const from = leadsTo(last, known) ? known : this.nothing();
    const later = last === undefined ? [] : await lookup.chain(last, from);
    try {
      return { ...entryAfter(this.aggregate, from, later), confirmedIn: undefined };
    } catch (error) {
      if (error instanceof AggregateUnreadable) unreadable.note(error);
      throw error;
    }
  }

  /** Without the read model the chain leads to the same. */
  private async fromRow(id: string): Promise<Entry<S> | undefined> {
    const { rows } = this.context;
    if (rows === undefined || this.aggregate.state === undefined) return undefined;
    try {
      return entryOfRow(this.aggregate, await rows.load(this.aggregate.category, id));
    } catch {
      return undefined;
    }
  }

  private nothing(): Entry<S> {
    return newEntry(this.aggregate.decider.initial);
  }
}

const leadsTo = (last: StoredEvent | undefined, known: ChainEnd): boolean =>
  last !== undefined && last.version >= known.version && last.sequence >= known.lastSequence;
