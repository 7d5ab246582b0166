import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvalidCursor, ReadModels, type SearchQuery } from '@lienthong/projections';
import { type RedisServerHandle, startRedis } from '@lienthong/testing';
import { type Following, followWith } from './projections-following.js';
import { MemoryLog } from './projections-log.js';
import { updated } from './projections-requests.js';
import {
  append,
  type Fact,
  idOf,
  issued,
  KNOWN,
  type Letter,
  letterTo,
  MORNING,
  reported,
  routed,
  sent,
} from './projections-traffic.js';

const TENANT = 'H39';
const DAY_MS = 86_400_000;

const letter = (number: number, subject: string, rest: Partial<Letter> = {}): Letter =>
  letterTo({ 'ward-1': 'electronic' }, { number, subject, ...rest });

const REPORT = letter(1, 'Báo cáo tình hình thu, chi ngân sách quý I');
const URGENT = letter(2, 'V/v khẩn trương bảo vệ đê điều', { sender: 'finance' });
const PLAN = letter(3, 'Kế hoạch HOÀ giải ở cơ sở', { at: MORNING + 40 * DAY_MS });
const INVITATION = letterTo(
  { 'ward-2': 'electronic', 'tan-an': 'paper' },
  { number: 44, subject: 'Giấy mời họp báo', sender: 'tan-an' },
);
const LETTERS = [REPORT, URGENT, PLAN, INVITATION];

const arrived = (to: Letter, recipient: string): readonly Fact[] => [
  routed(to, recipient),
  sent(to, recipient),
  reported(to, recipient, '01'),
];

describe('a search', () => {
  let server: RedisServerHandle;
  let following: Following;
  let models: ReadModels;
  const log = new MemoryLog(TENANT);

  beforeAll(async () => {
    server = await startRedis();
    append(log, [
      ...KNOWN,
      ...LETTERS.map(issued),
      ...arrived(REPORT, 'ward-1'),
      updated(PLAN, 2, { subject: 'Chương trình hoà giải ở cơ sở', added: ['office', 'ward-2'] }),
      ...Array.from({ length: 250 }, (_, n) =>
        issued(letter(1_000 + n, `Thông báo số ${String(n)}`, { sender: 'ward-2' })),
      ),
    ]);
    following = followWith({ tenant: TENANT, redisUrl: server.url, log });
    models = new ReadModels({ redisUrl: server.url, tenant: TENANT });
    await models.waitFor(await log.lastSequence(), 20_000);
  });

  afterAll(async () => {
    await following.stop();
    models.close();
    await server.stop();
  });

  /** The ids of everything that is found, page after page. */
  const all = async (
    query: Omit<SearchQuery, 'limit'>,
    limit = 100,
  ): Promise<readonly string[]> => {
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await models.search({ ...query, limit, after });
      expect(page.entries.length).toBeLessThanOrEqual(limit);
      found.push(...page.entries.map(({ documentId }) => documentId));
      after = page.cursor;
    } while (after !== undefined);
    return found;
  };

  const NAMES = new Map(
    Object.entries({ REPORT, URGENT, PLAN, INVITATION }).map(([name, one]) => [idOf(one), name]),
  );

  const named = async (query: Omit<SearchQuery, 'limit'>): Promise<readonly string[]> =>
    (await all(query)).map((id) => NAMES.get(id) ?? id);

  it.each([
    ['bao cao', ['REPORT']],
    ['BÁO CÁO', ['REPORT']],
    ['cáo tình', ['REPORT']],
    ['hop bao', ['INVITATION']],
    ['báo ngân', ['REPORT']],
    ['bảo', ['URGENT']],
    ['bão', []],
    ['hòa giải', ['PLAN']],
    ['hoa giai', ['PLAN']],
    ['báo cáo mật', []],
    ['quý I', ['REPORT']],
  ])('for the words %j finds %j', async (text, expected) => {
    expect(await named({ text })).toStrictEqual(expected);
  });

  it('finds a document by what any of its versions says now', async () => {
    expect(await named({ text: 'chuong trinh' })).toStrictEqual(['PLAN']);
    expect(await named({ text: 'ke hoach' })).toStrictEqual([]);
  });

  it.each([
    ['44/VP', ['INVITATION']],
    ['44', ['INVITATION']],
    ['44/vp', ['INVITATION']],
    ['4', []],
  ])('for the code %s finds %j', async (code, expected) => {
    expect(await named({ code })).toStrictEqual(expected);
  });

  it('finds what an agency sent and what it got, later on too', async () => {
    expect(await named({ agency: 'finance' })).toStrictEqual(['URGENT']);
    expect(await named({ agency: 'tan-an' })).toStrictEqual(['INVITATION']);
    expect(await named({ agency: 'office' })).toStrictEqual(['PLAN', 'REPORT']);
    expect(await named({ agency: 'ministry' })).toStrictEqual([]);
  });

  it('finds what was issued in a period of days', async () => {
    expect(await named({ from: '2020-04-01' })).toStrictEqual(['PLAN']);
    expect(await named({ text: 'hoa', to: '2020-03-31' })).toStrictEqual([]);
    expect((await all({ from: '2020-03-02', to: '2020-03-02' })).length).toBe(253);
  });

  it('finds documents and deliveries by how they stand', async () => {
    expect(await named({ status: 'arrived' })).toStrictEqual(['REPORT']);
    expect(await named({ status: 'arrived', agency: 'office' })).toStrictEqual([]);
    expect(await named({ status: 'revoked' })).toStrictEqual([]);
  });

  it('shows each document once, the newest first, however small the pages', async () => {
    const whole = await all({});
    expect(whole.length).toBe(254);
    expect(new Set(whole).size).toBe(254);
    expect(await all({}, 7)).toStrictEqual(whole);
    const wards = { of: ['ward-1', 'ward-2', 'office'] };
    const theirs = await all(wards);
    expect(new Set(theirs).size).toBe(theirs.length);
    expect(theirs.length).toBe(254);
    expect(await all(wards, 11)).toStrictEqual(theirs);
  });

  it('shows whoever asks what its agencies sent or got, and nothing else', async () => {
    expect(await named({ of: ['finance'] })).toStrictEqual(['URGENT']);
    expect(await named({ of: ['tan-an', 'finance'] })).toStrictEqual(['INVITATION', 'URGENT']);
    expect(await named({ of: ['finance'], text: 'bao cao' })).toStrictEqual([]);
    expect(await named({ of: ['neighbour'] })).toStrictEqual([]);
    expect(await named({ of: [] })).toStrictEqual([]);
  });

  it('goes on only with a cursor of the same question', async () => {
    const { cursor } = await models.search({ text: 'thong bao', limit: 5 });
    await expect(models.search({ text: 'ngan sach', after: cursor, limit: 5 })).rejects.toThrow(
      InvalidCursor,
    );
    for (const after of ['', 'x', '***', 'MA']) {
      await expect(models.search({ after, limit: 5 })).rejects.toThrow(InvalidCursor);
    }
  });

  it('shows what a list of documents needs, and no more', async () => {
    const { entries } = await models.search({ text: 'de dieu', limit: 5 });
    expect(entries).toStrictEqual([
      {
        documentId: idOf(URGENT),
        headerDocumentId: 'finance,2020/03/02,2/VP',
        code: '2/VP',
        subject: 'V/v khẩn trương bảo vệ đê điều',
        sender: 'finance',
        senderCode: '000.00.05.H39',
        issuedAt: MORNING,
        sequence: KNOWN.length + 2,
        status: 'issued',
        revision: 1,
        recipients: ['ward-1'],
      },
    ]);
  });
});
