import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { packet, type Province, startProvince } from './fixture.js';

const MINUTES = 60_000;

const OFFICE = '000.00.00.H39';
const CLIENTS = 64;
const CLOCK = 'scenario:2020-03-02T07:00:00+07:00';
const CLOCK_400_DAYS_ON = 'scenario:2021-04-06T07:00:00+07:00';

const PACKET = packet('new-three-recipients.edxml', [
  [/(<edXML:From>\s*<edXML:OrganId>)[^<]*/, `$1${OFFICE}`],
]);

let province: Province;

beforeAll(async () => {
  province = await startProvince({ clock: CLOCK });
}, 2 * MINUTES);

afterAll(() => province.end(), MINUTES);

/** The packet, `times` times by 64 clients that do not wait for each other. Returns the different answers. */
const sendBySwarm = async (times: number): Promise<ReadonlySet<string>> => {
  const client = province.client('qlvb-ubnd');
  const answers = new Set<string>();
  let left = times;
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      answers.add(JSON.stringify(await client.sendPacket(PACKET)));
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, one));
  return answers;
};

const emptyRedis = async (): Promise<void> => {
  const redis = new Redis(province.platform.addresses.redis);
  await redis.flushall();
  redis.disconnect();
};

describe('one document, sent a thousand times', () => {
  it(
    'stays one document with one answer, with Redis emptied, servers killed and 400 days gone by',
    async () => {
      const answers = new Set<string>();
      const note = (some: ReadonlySet<string>): void => {
        for (const answer of some) answers.add(answer);
      };

      note(await sendBySwarm(300));
      await emptyRedis();
      note(await sendBySwarm(200));
      const underway = sendBySwarm(200);
      await province.platform.kill('nats-server');
      await province.platform.kill('redis');
      note(await underway);
      await province.platform.untilReady();
      await province.settled();

      const { lastSequence } = await province.platform.operator.status();
      province = await province.restart({ clock: CLOCK_400_DAYS_ON });
      note(await sendBySwarm(300));
      await province.settled();

      expect(answers.size).toBe(1);
      const traces = await province.platform.operator.traces(
        '000.00.00.G22,2015/09/30,7816/VPCP-TTĐT',
      );
      expect(traces).toHaveLength(1);
      expect(traces[0]?.deliveries).toHaveLength(3);
      expect((await province.platform.operator.flow()).total).toMatchObject({
        documents: 1,
        deliveries: 3,
      });
      expect((await province.platform.operator.status()).lastSequence).toBe(lastSequence);
    },
    4 * MINUTES,
  );
});
