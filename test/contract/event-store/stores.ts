import { setTimeout as pause } from 'node:timers/promises';
import { type RecordedMessage } from '@lienthong/contracts';
import { type EventStore, type EventStoreOptions, openEventStore } from '@lienthong/event-store';
import { instant, standingClock } from '@lienthong/kernel';
import { type NatsServerHandle } from '@lienthong/testing';

/** A store on an open test server; what is not said is as in a platform of one process. */
export const storeOn = (
  server: Pick<NatsServerHandle, 'url'>,
  options: Partial<EventStoreOptions> = {},
): Promise<EventStore> =>
  openEventStore({
    servers: server.url,
    tenant: 'H39',
    instance: 'lgsp',
    access: 'write',
    create: true,
    durability: 'always',
    clock: standingClock(instant('2020-03-02T07:00:00+07:00')),
    ...options,
  });

/** The log from `from` to its present end. */
export const everything = async (
  store: EventStore,
  from = 1,
): Promise<readonly RecordedMessage[]> => {
  const messages: RecordedMessage[] = [];
  await store.read({
    from,
    until: await store.lastSequence(),
    signal: new AbortController().signal,
    onMessages: (batch) => {
      messages.push(...batch);
      return Promise.resolve();
    },
  });
  return messages;
};

/** Waits until `condition` holds; the test's own limit ends it otherwise. */
export const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await pause(5);
};
