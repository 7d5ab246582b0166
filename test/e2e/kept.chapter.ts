import { describe, expect, it } from '@jest/globals';
import { decodeRecorded } from '@lienthong/contracts';
import { Redis } from 'ioredis';
import { packet } from './fixture.js';
import { readLog } from './log.js';
import { province } from './shared-province.js';

const MINUTES = 60_000;
const CABINET = '000.00.00.G22';
const SIGNER = 'Nguyễn Thị Chim Hoàng Yến';
const CLERK = 'Trần Văn Chim Hoàng Yến';
/** What other chapters send, and what they don't. */
const KNOWN_ID = '000.00.00.G22,2015/09/30,7816/VPCP-TTĐT';
const HEADER_ID = '000.00.00.G22,2015/09/30,7817/VPCP-TTĐT';
const UNKNOWN_ID = '000.00.00.G22,2015/09/30,7818/VPCP-TTĐT';
const PERSONS = [SIGNER, CLERK, '0900-000-777', 'hoangyen@example.vn'];

/** Every key of Redis with everything in it, as text. */
const dumpRedis = async (): Promise<string> => {
  const redis = new Redis(province().platform.addresses.redis);
  const keys = await redis.keys('*');
  const dumps = await Promise.all(keys.map((key) => redis.dumpBuffer(key)));
  const values = await Promise.all(
    keys.map(async (key) => {
      const type = await redis.type(key);
      if (type === 'string') return redis.get(key);
      if (type === 'hash') return redis.hgetall(key);
      return type === 'stream' ? redis.xrange(key, '-', '+') : dumps[keys.indexOf(key)]?.toString();
    }),
  );
  redis.disconnect();
  return JSON.stringify([keys, values]);
};

const namesIn = (text: string): readonly string[] =>
  PERSONS.filter((person) => text.includes(person));

describe('names and contacts of persons', () => {
  it(
    'stand in one field of their events, and nowhere beside it',
    async () => {
      await province()
        .client('qlvb-ubnd')
        .sendDocument({
          from: '000.00.00.H39',
          documentId: '000.00.00.H39,2020/03/02,chim-hoàng-yến',
          code: { number: '1', notation: 'UBND' },
          typeName: 'Công văn',
          subject: 'V/v không nêu tên ai',
          to: [{ code: '000.00.13.H39' }, { code: CABINET }],
          signer: { competence: 'KT. CHỦ TỊCH', position: 'Phó Chủ tịch', fullName: SIGNER },
          staff: {
            department: 'Văn thư',
            name: CLERK,
            mobile: '0900-000-777',
            email: 'hoangyen@example.vn',
          },
        });
      await province().settled();

      const log = await readLog(province().platform);
      const inPersonal = log.flatMap((message) => {
        const { event } = decodeRecorded(message);
        return 'personal' in event ? namesIn(Buffer.from(event.personal).toString()) : [];
      });
      expect(new Set(inPersonal)).toStrictEqual(new Set(PERSONS));
      for (const message of log) {
        const { event } = decodeRecorded(message);
        const bare = 'personal' in event ? { ...event, personal: undefined } : event;
        const { data: _data, ...envelope } = message;
        expect(namesIn(JSON.stringify([envelope, bare]))).toStrictEqual([]);
      }
      expect(namesIn(await dumpRedis())).toStrictEqual([]);
    },
    MINUTES,
  );
});

describe('a packet from the axis that cannot be handled', () => {
  it(
    'is parked, counted in the status, and stops nobody else',
    async () => {
      const before = (await province().platform.operator.status()).parked ?? 0;
      const revocation = packet('revoke.edxml', [
        [KNOWN_ID, UNKNOWN_ID],
        [
          /<edXML:To>[\s\S]*<\/edXML:To>/,
          '<edXML:To><edXML:OrganId>000.00.00.H39</edXML:OrganId></edXML:To>',
        ],
      ]);
      const good = packet('new-three-recipients.edxml', [
        [KNOWN_ID, HEADER_ID],
        ['000.00.00.H41', '000.00.00.H39'],
        ['000.00.00.H14', '000.00.13.H39'],
        ['000.00.00.G17', '000.21.32.H39'],
      ]);
      await province().axis(CABINET).sendEdoc(revocation, 'edoc');
      await province().axis(CABINET).sendEdoc(good, 'edoc');
      await province().settled();

      expect((await province().platform.operator.status()).parked).toBe(before + 1);
      const parked = (await readLog(province().platform))
        .filter(({ category }) => category === 'parked')
        .map(decodeRecorded);
      expect(parked.map(({ event }) => event)).toContainEqual(
        expect.objectContaining({ type: 'MessageParked', problem: 'document-unknown' }),
      );
      const [trace] = await province().platform.operator.traces(HEADER_ID);
      expect(trace?.deliveries).toHaveLength(3);
    },
    MINUTES,
  );
});
