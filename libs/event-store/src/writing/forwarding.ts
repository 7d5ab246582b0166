import {
  type AggregateType,
  type Category,
  agencyAggregate,
  deliveryAggregate,
  documentAggregate,
  groupAggregate,
  memberAggregate,
  packetAggregate,
  parkedAggregate,
  systemAggregate,
} from '@lienthong/contracts';
import { type Instant, Refusal } from '@lienthong/kernel';
import { type Msg, type NatsConnection, type Subscription, headers } from '@nats-io/transport-node';
import { z } from 'zod';
import { type Cause, type EventStore, type Message } from '../event-store.js';

const HEADERS = {
  category: 'lt-category',
  id: 'lt-id',
  type: 'lt-command',
  at: 'lt-at',
  causationId: 'lt-causation',
  correlationId: 'lt-correlation',
} as const;

/** A refusal is answered with no events: whoever asked decides on the same log, and comes to the same refusal. */
const answer = z.union([
  z.object({ events: z.array(z.object({ type: z.string(), data: z.base64(), at: z.number() })) }),
  z.object({ failure: z.string() }),
]);

type Answer = z.infer<typeof answer>;

interface Forwarded {
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  readonly data: Uint8Array;
  readonly cause: Cause;
}

/** Where commands for the writer of a tenant are sent; of all who listen, the holder of the lease answers. */
const writerSubject = (tenant: string): string => `writer.${tenant}`;

/**
 * Has the holder of the lease carry out a command. Answers the events, none for a repetition or a refusal.
 *
 * @throws {Error} when nobody answered in time, or the holder failed; what became of the command is not known
 */
export const forwardCommand = async <S, C extends Message, E extends Message>(
  { connection, tenant, timeoutMs }: ForwardingOptions,
  aggregate: AggregateType<S, C, E>,
  id: string,
  { command, cause }: { readonly command: C; readonly cause: Cause },
): Promise<readonly E[]> => {
  const { type, data } = aggregate.commands.encode(command);
  const lines = headers();
  lines.set(HEADERS.category, aggregate.category);
  lines.set(HEADERS.id, id);
  lines.set(HEADERS.type, type);
  lines.set(HEADERS.at, String(command.at));
  for (const key of ['causationId', 'correlationId'] as const) {
    const value = cause[key];
    if (value !== undefined) lines.set(HEADERS[key], encodeURIComponent(value));
  }
  const options = { headers: lines, timeout: timeoutMs };
  const reply = answer.parse(
    (await connection.request(writerSubject(tenant), data, options)).json(),
  );
  if ('failure' in reply) throw new Error(reply.failure);
  return reply.events.map((event) =>
    aggregate.events.decode(event.type, Buffer.from(event.data, 'base64'), event.at),
  );
};

export interface ForwardingOptions {
  readonly connection: NatsConnection;
  readonly tenant: string;
  readonly timeoutMs: number;
}

/** Carries out what other instances forward, as long as the lease is held here. */
export const answerForwarded = (
  connection: NatsConnection,
  tenant: string,
  store: EventStore,
): Subscription =>
  connection.subscribe(writerSubject(tenant), {
    callback: (error, message) => {
      if (error !== null || !store.lease.held) return;
      void answerTo(store, message).then((reply) => message.respond(JSON.stringify(reply)));
    },
  });

const answerTo = async (store: EventStore, message: Msg): Promise<Answer> => {
  try {
    const header = (name: string): string => message.headers?.get(name) ?? '';
    const handle = HANDLERS.get(header(HEADERS.category));
    if (handle === undefined) return { failure: 'the command is for no known aggregate' };
    return await handle(store, {
      id: header(HEADERS.id),
      type: header(HEADERS.type),
      at: Number(header(HEADERS.at)),
      data: message.data,
      cause: causeOf(header),
    });
  } catch (error) {
    if (error instanceof Refusal) return { events: [] };
    return { failure: error instanceof Error ? error.message : String(error) };
  }
};

/** Values of any text, in the characters of a header. */
const causeOf = (header: (name: string) => string): Cause => {
  const causationId = decodeURIComponent(header(HEADERS.causationId));
  const correlationId = decodeURIComponent(header(HEADERS.correlationId));
  return {
    ...(causationId === '' ? {} : { causationId }),
    ...(correlationId === '' ? {} : { correlationId }),
  };
};

type Handler = (store: EventStore, forwarded: Forwarded) => Promise<Answer>;

const handlerOf =
  <S, C extends Message, E extends Message>(aggregate: AggregateType<S, C, E>): Handler =>
  async (store, { id, type, at, data, cause }) => {
    const command = aggregate.commands.decode(type, data, at);
    const { events } = await store.handle(aggregate, id, command, cause);
    const encoded = events.map((event) => {
      const { type: eventType, data: bytes } = aggregate.events.encode(event);
      return { type: eventType, data: Buffer.from(bytes).toString('base64'), at: event.at };
    });
    return { events: encoded };
  };

const ALL: Readonly<Record<Category, Handler>> = {
  agency: handlerOf(agencyAggregate),
  group: handlerOf(groupAggregate),
  system: handlerOf(systemAggregate),
  document: handlerOf(documentAggregate),
  delivery: handlerOf(deliveryAggregate),
  parked: handlerOf(parkedAggregate),
  packet: handlerOf(packetAggregate),
  member: handlerOf(memberAggregate),
};

const HANDLERS: ReadonlyMap<string, Handler> = new Map(Object.entries(ALL));
