import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import { deliveryEvents, subjectOf } from '@lienthong/contracts';
import { EventStore, type ReadOptions, type StoredMessage } from '@lienthong/event-store';
import { type INestMicroservice, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, Payload } from '@nestjs/microservices';
import { Parking, type Unhandled } from '../processes/parking.js';
import { type FollowerOptions, Follows, LogHandlers, type Of } from './follows.js';
import { LogContext } from './log.context.js';
import { LogStrategy } from './log.strategy.js';
import { Poison } from './poison.js';

Logger.overrideLogger(false);

const at = 1_583_110_800_000;

const sent = (sequence: number, recipient: string): StoredMessage => {
  const aggregateId = `${recipient}.abc`;
  return {
    id: String(sequence),
    ...deliveryEvents.encode({ type: 'DeliverySent', at }),
    source: 'lgsp',
    subject: subjectOf('H39', 'delivery', aggregateId),
    at,
    tenant: 'H39',
    category: 'delivery',
    aggregateId,
    version: 1,
    previous: 0,
    sequence,
  };
};

const unknown = (sequence: number): StoredMessage => ({ ...sent(sequence, 'x'), type: 'burned' });

/** A log with some messages, which tells more when it is asked to. */
class Store {
  private following: ReadOptions | undefined;
  readonly checkpoints = { load: () => Promise.resolve(0), save: () => Promise.resolve() };

  constructor(private readonly messages: readonly StoredMessage[]) {}

  lastSequence(): Promise<number> {
    return Promise.resolve(this.messages.length);
  }

  async read(options: ReadOptions): Promise<void> {
    if (options.until === undefined) this.following = options;
    await options.onMessages(this.messages, this.messages.length);
    if (options.until !== undefined) return;
    await new Promise((resolve) => {
      options.signal.addEventListener('abort', resolve);
    });
  }

  tell(...messages: readonly StoredMessage[]): Promise<void> | undefined {
    return this.following?.onMessages(messages, messages.at(-1)?.sequence ?? 0);
  }
}

const heard: string[] = [];
const failures: Error[] = [];

const MEMORY: FollowerOptions = { name: 'memory', kept: 'memory' };
const PROCESS: FollowerOptions = { name: 'process', kept: 'log' };

@LogHandlers()
class Process {
  @Follows(PROCESS, 'delivery')
  delivery(@Payload() { message }: Of<'delivery'>, @Ctx() { mayBeRepeated }: LogContext): void {
    heard.push(`process ${String(message.sequence)}${mayBeRepeated ? ' perhaps again' : ''}`);
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
  }
}

@LogHandlers()
class Memory {
  @Follows(MEMORY, 'delivery')
  delivery(@Payload() { message }: Of<'delivery'>): void {
    heard.push(`memory ${String(message.sequence)}`);
  }
}

class Lot extends Parking {
  override park({ error }: Unhandled): Promise<void> {
    const failure = failures.shift();
    heard.push(failure === undefined ? `parked: ${String(error)}` : 'not parked');
    return failure === undefined ? Promise.resolve() : Promise.reject(failure);
  }
}

describe('the log as a transport', () => {
  let application: INestMicroservice;

  const following = async (...messages: readonly StoredMessage[]) => {
    const store = new Store(messages);
    const strategy = new LogStrategy(store as never, new Poison(new Lot(store as never)));
    @Module({ controllers: [Process, Memory], providers: [{ provide: EventStore, useValue: {} }] })
    class App {}
    application = await NestFactory.createMicroservice(App, { strategy, logger: false });
    await application.listen();
    await settled();
    return { store, strategy };
  };

  afterEach(async () => {
    await application.close();
    heard.length = 0;
    failures.length = 0;
  });

  const settled = (): Promise<void> => new Promise(setImmediate);

  const untilHeard = async (line: string): Promise<void> => {
    while (!heard.includes(line)) await settled();
  };

  it('tells what keeps itself in memory everything, before it tells anybody else', async () => {
    const { store } = await following(sent(1, 'a'), sent(2, 'b'));
    expect(heard.slice(0, 2)).toStrictEqual(['memory 1', 'memory 2']);
    expect(heard.slice(-2)).toStrictEqual(['process 1 perhaps again', 'process 2 perhaps again']);
    heard.length = 0;
    await store.tell(sent(3, 'c'));
    await settled();
    expect(heard).toStrictEqual(['memory 3', 'process 3']);
  });

  it('hands an event over again until it is handled, and keeps what was thrown', async () => {
    failures.push(new Error('away'));
    const { strategy } = await following(sent(1, 'a'));
    const [status] = strategy.followersStatus();
    expect(status).toMatchObject({ checkpoint: 0, waiting: 1, lastError: 'away' });
    heard.length = 0;
    await untilHeard('process 1 perhaps again');
    await settled();
    expect(strategy.followersStatus()).toMatchObject([{ checkpoint: 1, waiting: 0 }]);
  });

  it('tells nobody what stands behind a message that is not parked yet', async () => {
    const { store, strategy } = await following();
    failures.push(new Error('away'));
    const told = store.tell(unknown(1), sent(2, 'a'));
    await untilHeard('not parked');
    expect(heard).toStrictEqual(['not parked']);
    expect(strategy.position).toBe(0);
    await told;
    await settled();
    expect(heard.slice(1)).toStrictEqual([
      'parked: UnknownEventType: unknown type in category delivery: burned',
      'memory 2',
      'process 2',
    ]);
    expect(strategy.followersStatus()).toMatchObject([{ checkpoint: 2 }]);
  });

  it('says when a sequence was seen', async () => {
    const { store, strategy } = await following(sent(1, 'a'));
    await strategy.reached(1);
    let reached = false;
    void strategy.reached(3).then(() => {
      reached = true;
    });
    await store.tell(sent(2, 'b'));
    await settled();
    expect(reached).toBe(false);
    await store.tell(sent(3, 'c'));
    await settled();
    expect(reached).toBe(true);
  });

  it('tells nothing after it was closed', async () => {
    const { store } = await following(sent(1, 'a'));
    await application.close();
    heard.length = 0;
    await store.tell(sent(2, 'b'));
    await settled();
    expect(heard).toStrictEqual([]);
  });
});
