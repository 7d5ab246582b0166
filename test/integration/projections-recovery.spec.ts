import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Commit,
  fencedApply,
  ReadModels,
  ReadModelsBehind,
  ReadModelsUnavailable,
  type RedisApply,
  TakenOver,
} from '@lienthong/projections';
import { type RedisServerHandle, startRedis } from '@lienthong/testing';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { checkpointFirst, unfenced } from './projections-broken.js';
import { digestOfReadModels } from './projections-dump.js';
import { type Following, followWith } from './projections-following.js';
import { chances } from './projections-history.js';
import { MemoryLog } from './projections-log.js';
import { append, traffic } from './projections-traffic.js';

const TENANT = 'H39';
const FACTS = traffic(60);

/** A gate that lets calls through, or keeps them waiting. */
const gated = (inner: RedisApply) => {
  let opened = Promise.resolve();
  let open = (): void => undefined;
  const apply: RedisApply = {
    apply: async (redis, batch) => {
      await opened;
      return inner.apply(redis, batch);
    },
  };
  return {
    apply,
    shut: (): void => {
      opened = new Promise((resolve) => (open = resolve));
    },
    open: (): void => {
      open();
    },
  };
};

describe('read models, whatever happens', () => {
  let server: RedisServerHandle;
  let redis: Redis;
  let models: ReadModels;
  let undisturbed: string;
  let running: Following[] = [];

  const follow = (log: MemoryLog, apply?: RedisApply, onCommit?: (commit: Commit) => void) => {
    const following = followWith({
      tenant: TENANT,
      redisUrl: server.url,
      log,
      ...(apply === undefined ? {} : { apply }),
      ...(onCommit === undefined ? {} : { onCommit }),
    });
    running.push(following);
    return following;
  };

  const stopAll = async (): Promise<void> => {
    await Promise.allSettled(running.map((following) => following.stop()));
    running = [];
  };

  const fullLog = (portion?: () => number): MemoryLog => {
    const log = new MemoryLog(TENANT, portion);
    append(log, FACTS);
    return log;
  };

  const built = async (log: MemoryLog): Promise<string> => {
    await models.waitFor(await log.lastSequence(), 20_000);
    return digestOfReadModels(redis);
  };

  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
    redis.on('error', () => undefined);
    models = new ReadModels({ redisUrl: server.url, tenant: TENANT });
    const log = fullLog();
    follow(log);
    undisturbed = await built(log);
    await stopAll();
  });

  beforeEach(async () => {
    await redis.flushall();
  });

  afterEach(stopAll);

  afterAll(async () => {
    models.close();
    redis.disconnect();
    await server.stop();
  });

  it('are the same however the log is cut into batches', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        await redis.flushall();
        const chance = chances(seed);
        const log = fullLog(() => 1 + Math.floor(chance() ** 3 * 200));
        follow(log);
        expect(await built(log)).toBe(undisturbed);
        await stopAll();
      }),
      { seed: 2020, numRuns: 6 },
    );
  });

  /** Builds with a writer that dies now and then, until a writer lives to the end. */
  const buildDying = async (
    log: MemoryLog,
    seed: number,
    dying: (die: () => void, chance: () => number) => RedisApply,
  ): Promise<number> => {
    const chance = chances(seed);
    const last = await log.lastSequence();
    let deaths = 0;
    for (;;) {
      const dead = new AbortController();
      const die = (): void => {
        dead.abort();
        throw new Error('killed');
      };
      const following = follow(log, dying(die, chance));
      const died = new Promise<boolean>((resolve) => {
        dead.signal.addEventListener('abort', () => {
          resolve(true);
        });
      });
      const finished = models.waitFor(last, 20_000).then(() => false);
      if (!(await Promise.race([died, finished]))) return deaths;
      deaths += 1;
      finished.catch(() => undefined);
      await following.stop();
    }
  };

  const killedAnywhere = (die: () => void, chance: () => number): RedisApply => ({
    apply: async (connection, batch) => {
      const fate = chance();
      if (fate < 0.02) die();
      const outcome = await fencedApply.apply(connection, batch);
      if (fate < 0.04) die();
      return fate < 0.2 ? fencedApply.apply(connection, batch) : outcome;
    },
  });

  const killedAfterCheckpoint = (die: () => void, chance: () => number): RedisApply =>
    checkpointFirst(() => {
      if (chance() < 0.02) die();
    });

  it.each([1, 2, 3])(
    'hold every event once though the writer dies anywhere (seed %i)',
    async (seed) => {
      const log = fullLog(() => 10);
      expect(await buildDying(log, seed, killedAnywhere)).toBeGreaterThan(2);
      expect(await digestOfReadModels(redis)).toBe(undisturbed);
    },
  );

  it('would lose events if the checkpoint came first', async () => {
    const log = fullLog(() => 10);
    expect(await buildDying(log, 1, killedAfterCheckpoint)).toBeGreaterThan(0);
    expect(await digestOfReadModels(redis)).not.toBe(undisturbed);
  });

  const overtake = async (zombieApply: RedisApply): Promise<Following> => {
    const log = fullLog(() => 50);
    const gate = gated(zombieApply);
    gate.shut();
    const reached = new Promise<void>((resolve) => {
      const apply: RedisApply = {
        apply: (connection, batch) => {
          resolve();
          return gate.apply.apply(connection, batch);
        },
      };
      follow(log, apply);
    });
    await reached;
    follow(log);
    expect(await built(log)).toBe(undisturbed);
    gate.open();
    const [zombie] = running;
    if (zombie === undefined) throw new Error('there is no zombie');
    await zombie.ended.catch(() => undefined);
    return zombie;
  };

  it('refuse a writer that was taken over', async () => {
    const zombie = await overtake(fencedApply);
    await expect(zombie.ended).rejects.toThrow(TakenOver);
    expect(await digestOfReadModels(redis)).toBe(undisturbed);
  });

  it('would count twice what an unfenced writer brings late', async () => {
    await overtake(unfenced);
    expect(await digestOfReadModels(redis)).not.toBe(undisturbed);
  });

  it('say that they are behind or stale, and nothing wrong, while an emptied Redis is filled again', async () => {
    const log = fullLog(() => 40);
    const gate = gated(fencedApply);
    follow(log, gate.apply);
    await built(log);
    const query = { agencies: ['office', 'ward-1'], limit: 1_000 };
    const before = await models.inbox(query);
    gate.shut();
    await redis.flushall();
    await expect(models.inbox(query)).rejects.toThrow(ReadModelsBehind);
    const newcomer = new ReadModels({ redisUrl: server.url, tenant: TENANT });
    await claimedAgain();
    await expect(newcomer.inbox(query)).rejects.toThrow(ReadModelsBehind);
    expect(await newcomer.flow({ by: 'level' })).toMatchObject({ stale: true, asOfSequence: 0 });
    gate.open();
    expect(await built(log)).toBe(undisturbed);
    expect(await models.inbox(query)).toStrictEqual(before);
    expect(await newcomer.flow({ by: 'level' })).toMatchObject({ stale: false });
    newcomer.close();
  });

  const claimedAgain = async (): Promise<void> => {
    while ((await redis.keys('*:checkpoint')).length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  it('go on from an older snapshot of Redis', async () => {
    const log = new MemoryLog(TENANT, () => 20);
    append(log, FACTS.slice(0, 150));
    follow(log);
    await built(log);
    await redis.save();
    append(log, FACTS.slice(150));
    await built(log);
    await server.kill9();
    await expect(models.flow({ by: 'level' })).rejects.toThrow(ReadModelsUnavailable);
    await server.restart();
    expect(await built(log)).toBe(undisturbed);
  });

  it('pass over what cannot be understood, and note it', async () => {
    const log = new MemoryLog(TENANT);
    append(log, FACTS.slice(0, 100));
    const at = 0;
    const unknown = {
      type: 'vn.lienthong.documents.document-eaten.v1',
      data: new Uint8Array(),
      at,
    };
    log.appendRaw('document', 'strange', unknown);
    const garbage = { type: FACTS_TYPE, data: Uint8Array.of(255, 255, 255), at };
    log.appendRaw('document', 'garbled', garbage);
    append(log, FACTS.slice(100));
    const poison: Commit[] = [];
    follow(log, undefined, (commit) => {
      if (commit.poison > 0) poison.push(commit);
    });
    await built(log);
    expect(poison.map(({ projection }) => projection).sort()).toStrictEqual(
      ['background', 'documents', 'figures', 'inbox', 'rows'].sort(),
    );
    expect(poison.every(({ poison: count }) => count === 2)).toBe(true);
    const noted = await redis.xrange(`{${TENANT}:inbox:3}:1:stream:poison`, '-', '+');
    expect(noted.map(([id]) => id)).toStrictEqual(['101-0', '102-0']);
    expect(noted[0]?.[1][1]).toContain('UnknownEventType');
    const whole = await models.flow({ by: 'level' });
    expect(whole.total.documents).toBeGreaterThan(40);
  });
});

const FACTS_TYPE = 'vn.lienthong.documents.document-issued.v1';
