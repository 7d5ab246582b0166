/** What became of the documents of one load. */
export interface Measured {
  readonly documents: number;
  /** From the answer of the door until a recipient has read the document, milliseconds, sorted. */
  readonly fromAccepted: readonly number[];
  /** From the time at which the document was to be sent. */
  readonly fromDue: readonly number[];
}

/** One document under way; times of the machine's clock in milliseconds. */
interface Sent {
  readonly due: number;
  accepted: number;
  readonly read: number[];
}

/** The documents of one load: over when all are written and every delivery is answered, or when something failed. */
export class Load {
  private readonly sent = new Map<string, Sent>();
  private readonly end = new AbortController();
  private writing = true;
  private unanswered = 0;

  /** Aborted when it is over. */
  get over(): AbortSignal {
    return this.end.signal;
  }

  /** A part of the load; when it fails, the load is over. Never rejects. */
  async part(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.end.abort(error);
    }
  }

  issued(documentId: string, due: number, deliveries: number): void {
    this.sent.set(documentId, { due, accepted: 0, read: [] });
    this.unanswered += deliveries;
  }

  accepted(documentId: string): void {
    const sent = this.sent.get(documentId);
    if (sent !== undefined) sent.accepted = performance.now();
  }

  read(documentId: string): void {
    this.sent.get(documentId)?.read.push(performance.now());
  }

  answered(deliveries: number): void {
    this.unanswered -= deliveries;
    this.look();
  }

  written(): void {
    this.writing = false;
    this.look();
  }

  /** @throws what a part failed with */
  measured(): Measured {
    if (this.end.signal.reason !== WELL) this.end.signal.throwIfAborted();
    const sent = [...this.sent.values()];
    const latencies = (since: (one: Sent) => number): readonly number[] =>
      // A recipient may have read the document before its sender reads the answer.
      sent
        .flatMap((one) => one.read.map((read) => Math.max(0, read - since(one))))
        .sort((a, b) => a - b);
    return {
      documents: sent.length,
      fromAccepted: latencies(({ accepted }) => accepted),
      fromDue: latencies(({ due }) => due),
    };
  }

  private look(): void {
    if (!this.writing && this.unanswered === 0) this.end.abort(WELL);
  }
}

const WELL = Symbol('came to its end');
