import {
  type Msg,
  type NatsConnection,
  type Subscription,
  createInbox,
} from '@nats-io/transport-node';
import { z } from 'zod';

/** The server's answer to a write. */
export type Ack =
  | { readonly kind: 'stored'; readonly sequence: number }
  /** `code` is JetStream's error code; 0 where nobody listened or the server was too busy. */
  | { readonly kind: 'refused'; readonly code: number; readonly reason: string }
  /** No answer: it may be in the log, or come into it yet. */
  | { readonly kind: 'unknown'; readonly reason: string };

const answer = z.union([
  z.object({ error: z.object({ err_code: z.number().optional(), description: z.string() }) }),
  z.object({ seq: z.number().int().positive() }),
]);

const SWEEP_MS = 250;

interface Expected {
  readonly deadline: number;
  readonly resolve: (ack: Ack) => void;
}

/** One subscription for the answers to all writes of a connection, and one timer for all their deadlines. */
export class AckInbox {
  private readonly prefix: string;
  private readonly subscription: Subscription;
  private readonly sweeper: NodeJS.Timeout;
  private readonly expected = new Map<string, Expected>();
  private count = 0;

  constructor(
    connection: NatsConnection,
    inboxPrefix: string,
    private readonly patienceMs: number,
  ) {
    this.prefix = createInbox(inboxPrefix);
    this.subscription = connection.subscribe(`${this.prefix}.*`, {
      callback: (error, message) => {
        if (error === null) this.settle(message.subject, toAck(message));
      },
    });
    this.sweeper = setInterval(() => {
      this.sweep(Date.now());
    }, SWEEP_MS);
  }

  /** A subject for one answer, and the answer. */
  expect(): { readonly reply: string; readonly ack: Promise<Ack> } {
    const reply = `${this.prefix}.${(++this.count).toString(36)}`;
    const ack = new Promise<Ack>((resolve) => {
      this.expected.set(reply, { deadline: Date.now() + this.patienceMs, resolve });
    });
    return { reply, ack };
  }

  /** The connection is gone: none of the answers will come. */
  giveUp(reason: string): void {
    for (const reply of [...this.expected.keys()]) this.settle(reply, { kind: 'unknown', reason });
  }

  close(): void {
    clearInterval(this.sweeper);
    this.subscription.unsubscribe();
    this.giveUp('the store was closed');
  }

  private settle(reply: string, ack: Ack): void {
    this.expected.get(reply)?.resolve(ack);
    this.expected.delete(reply);
  }

  /** The deadlines stand in the order of the map. */
  private sweep(now: number): void {
    for (const [reply, { deadline }] of this.expected) {
      if (deadline > now) return;
      this.settle(reply, { kind: 'unknown', reason: 'no answer in time' });
    }
  }
}

const toAck = (message: Msg): Ack => {
  const status = message.headers?.code ?? 0;
  if (status >= 300) return { kind: 'refused', code: 0, reason: `status ${String(status)}` };
  const read = answer.safeParse(parsed(message));
  if (!read.success) return { kind: 'unknown', reason: 'the answer cannot be read' };
  if ('seq' in read.data) return { kind: 'stored', sequence: read.data.seq };
  const { err_code: code = 0, description } = read.data.error;
  return { kind: 'refused', code, reason: description };
};

const parsed = (message: Msg): unknown => {
  try {
    return message.json();
  } catch {
    return undefined;
  }
};
