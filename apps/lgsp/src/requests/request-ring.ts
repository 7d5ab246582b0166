import { type Instant } from '@lienthong/kernel';

/** How one request went; nothing of what it said, and of nobody but its system. */
export interface RequestEntry {
  /** When it began, by the real clock. */
  readonly at: Instant;
  readonly method: string;
  /** As the interface describes it: `/v1/documents/:id`. */
  readonly route: string;
  /** Absent when the caller hung up before the answer. */
  readonly status?: number;
  /** The code of the problem that it was answered with. */
  readonly problem?: string;
  readonly durationMs: number;
  /** Of the body. */
  readonly receivedBytes: number;
  /** Of the answer, with its headers. */
  readonly sentBytes: number;
  readonly traceId: string;
}

export interface NumberedEntry extends RequestEntry {
  /** Rises by one with each request of the system; 0 is the first since the start of this process. */
  readonly number: number;
}

/** The last requests of one system. */
export class RequestRing {
  private readonly entries: NumberedEntry[] = [];
  private next = 0;

  constructor(private readonly capacity: number) {}

  add(entry: RequestEntry): void {
    this.entries[this.next % this.capacity] = { ...entry, number: this.next };
    this.next += 1;
  }

  /** Newest first, those before the one with the number `before`. */
  *from(before = this.next): Generator<NumberedEntry, void, undefined> {
    const oldest = Math.max(0, this.next - this.capacity);
    for (let number = Math.min(before, this.next) - 1; number >= oldest; number -= 1) {
      const entry = this.entries[number % this.capacity];
      if (entry !== undefined) yield entry;
    }
  }
}
