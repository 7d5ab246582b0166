import { type UnreadableEvent } from '../event-store.js';
import { type AggregateUnreadable } from '../event-store.errors.js';

/** How many are remembered; those beyond are found out anew by each command. */
const REMEMBERED = 1_000;

/** The aggregates that cannot be read: remembered, so that commands on them hold up no write of others. */
export class UnreadableAggregates {
  private readonly bySubject = new Map<string, AggregateUnreadable>();

  get events(): readonly UnreadableEvent[] {
    return [...this.bySubject.values()].map(({ subject, sequence }) => ({ subject, sequence }));
  }

  of(subject: string): AggregateUnreadable | undefined {
    return this.bySubject.get(subject);
  }

  note(error: AggregateUnreadable): void {
    if (this.bySubject.size < REMEMBERED) this.bySubject.set(error.subject, error);
  }
}
