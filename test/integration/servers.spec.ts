import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type NatsConnection, connect } from '@nats-io/transport-node';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { Redis } from 'ioredis';
import { NATS_USERS, type NatsUser } from '@lienthong/platform';
import { type NatsServerHandle, startNats, startRedis } from '@lienthong/testing';

describe('a nats-server for a test', () => {
  it('syncs every write and keeps what it acknowledged through kill -9 and restart', async () => {
    const server = await startNats();
    const before = await connect({ servers: server.url, reconnect: false });
    await (await jetstreamManager(before)).streams.add({ name: 'LT_T', subjects: ['lt.>'] });
    await jetstream(before).publish('lt.t.document.1', 'kept');
    const firstPid = server.pid;
    await server.kill9();
    expect(() => server.pid).toThrow('not running');
    await server.restart();
    expect(server.pid).not.toBe(firstPid);
    const after = await connect({ servers: server.url, reconnect: false });
    const kept = await (await jetstreamManager(after)).streams.getMessage('LT_T', { seq: 1 });
    expect(kept?.string()).toBe('kept');
    await after.close();
    await expect(syncing(server)).resolves.toMatchObject(SYNCED_ALWAYS);
    await server.stop();
    expect(existsSync(dirname(server.storeDir))).toBe(false);
  });

  it('is relaxed only when asked', async () => {
    const server = await startNats({ durability: 'relaxed' });
    await expect(syncing(server)).resolves.not.toMatchObject(SYNCED_ALWAYS);
    await server.stop();
  });

  it('says its last words when it cannot start', async () => {
    await expect(startNats({ config: 'bogus: 1' })).rejects.toThrow('unknown field "bogus"');
  });
});

describe('a redis-server for a test', () => {
  it('comes back with its last snapshot, and without it after kill -9', async () => {
    const server = await startRedis();
    const write = async (key: string) => {
      const client = new Redis(server.url, { lazyConnect: true });
      await client.connect();
      await client.set(key, '1');
      const keys = await client.keys('*');
      await client.quit();
      return keys.sort();
    };
    await write('a');
    await server.restart();
    await expect(write('b')).resolves.toEqual(['a', 'b']);
    await server.kill9();
    await server.restart();
    await expect(write('c')).resolves.toEqual(['a', 'c']);
    await server.stop();
  });
});

describe('the accounts of the platform', () => {
  let server: NatsServerHandle;
  const connections = new Map<NatsUser, NatsConnection>();

  const as = (user: NatsUser): NatsConnection => {
    const connection = connections.get(user);
    if (connection === undefined) throw new Error(`${user} is not connected`);
    return connection;
  };
  const log = (user: NatsUser) => jetstreamManager(as(user), { checkAPI: false });
  const forbidden = /permissions violation/i;

  beforeAll(async () => {
    server = await startNats({ accounts: { lgsp: 'LT_H39', national: 'LT_AXIS' } });
    for (const user of NATS_USERS) connections.set(user, await connect(server.login(user)));
    const lgsp = await log('lgsp');
    await lgsp.streams.add({ name: 'LT_H39', subjects: ['lt.>'], allow_direct: true });
    await jetstream(as('lgsp')).publish('lt.h39.document.1', 'one');
    await (await log('national')).streams.add({ name: 'LT_AXIS', subjects: ['lt.>'] });
  });

  afterAll(async () => {
    for (const connection of connections.values()) await connection.close();
    await server.stop();
  });

  it('let nobody in without a password', async () => {
    await expect(connect({ servers: server.url, reconnect: false })).rejects.toThrow(
      /authorization/i,
    );
  });

  it('let the platform write its log, and never take from it or change its rules', async () => {
    const lgsp = await log('lgsp');
    await expect(lgsp.streams.deleteMessage('LT_H39', 1)).rejects.toThrow(forbidden);
    await expect(lgsp.streams.purge('LT_H39')).rejects.toThrow(forbidden);
    await expect(lgsp.streams.delete('LT_H39')).rejects.toThrow(forbidden);
    await expect(lgsp.streams.update('LT_H39', { max_msgs: 1 })).rejects.toThrow(forbidden);
    const written = await jetstream(as('lgsp')).publish('lt.h39.document.2', 'two');
    expect(written.seq).toBe(2);
  });

  it('let the projection read the log in order and one by one, and nothing more', async () => {
    const reader = await log('projection');
    const ordered = await reader.jetstream().consumers.get('LT_H39');
    const first = await ordered.next();
    expect(first?.string()).toBe('one');
    const direct = await reader.direct.getMessage('LT_H39', { seq: 1 });
    expect(direct?.string()).toBe('one');
    await expect(reader.jetstream().publish('lt.h39.document.3', 'forged')).rejects.toThrow(
      forbidden,
    );
    await expect(reader.streams.add({ name: 'MINE', subjects: ['x'] })).rejects.toThrow(forbidden);
    await expect(reader.streams.delete('LT_H39')).rejects.toThrow(forbidden);
  });

  it('keep the two sides apart', async () => {
    const axis = await log('national');
    await expect(axis.streams.info('LT_H39')).rejects.toThrow('stream not found');
    const sent = await axis.jetstream().publish('lt.axis.document.1', 'of the axis');
    expect(sent).toMatchObject({ stream: 'LT_AXIS', seq: 1 });
  });

  it.each(['lgsp', 'projection', 'national'] as const)(
    'let %s hear its own replies and no other user',
    async (user) => {
      const heard = new Promise((resolve, reject) => {
        as(user).subscribe('_INBOX_other.>', {
          callback: (error) => {
            (error ? reject : resolve)(error);
          },
        });
      });
      await expect(heard).rejects.toThrow(forbidden);
    },
  );
});

const syncing = async (server: NatsServerHandle): Promise<unknown> =>
  (await fetch(`${server.monitorUrl}/jsz`)).json();

const SYNCED_ALWAYS = { config: { sync_always: true } };
