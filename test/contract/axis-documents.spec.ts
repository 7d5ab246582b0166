import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '@lienthong/kernel';
import { Caller, LONG_AN, type NationalSide, startNationalSide } from './axis-fixture.js';
import { documentOf, statusOf } from './axis-packets.js';

const DEPARTMENT = '000.00.13.H39';
const COMMUNE = '000.21.31.H53';

describe('the document axis, sending and receiving', () => {
  let side: NationalSide;
  let province: Caller;
  let office: Caller;

  beforeAll(async () => {
    side = await startNationalSide();
    province = new Caller(side, LONG_AN);
    office = new Caller(side, '000.00.00.G22');
    for (const [code102, code, level] of [
      [LONG_AN, 'H39', 2],
      [DEPARTMENT, 'H39.13', 2],
    ] as const) {
      const name = `cơ quan ${code}`;
      expect(await province.call('registerAgency', { code, code102, name, level })).toMatchObject({
        status: 'OK',
      });
    }
  });

  afterAll(() => side.stop());

  const sentBy = async (caller: Caller, packet: Uint8Array, type: 'edoc' | 'status' = 'edoc') =>
    String((await caller.send(packet, type)).DocID);

  it('sendEdoc takes a packet and lists it once for a receiving system, whatever it serves', async () => {
    const id = await sentBy(office, documentOf(office.system, [LONG_AN, DEPARTMENT], 1));
    expect((await province.list()).filter((item) => item.id === id)).toStrictEqual([
      {
        id,
        from: office.system,
        to: LONG_AN,
        messagetype: 'edoc',
        servicetype: 'eDoc',
        created_time: '2020/03/02 08:15:30',
      },
    ]);
  });

  it('sendEdoc gives the same bytes the same DocID, and lists them once', async () => {
    const packet = documentOf(office.system, [DEPARTMENT], 2);
    const ids = await Promise.all(Array.from({ length: 20 }, () => sentBy(office, packet)));
    expect(new Set(ids).size).toBe(1);
    expect((await province.list()).filter(({ id }) => id === ids[0])).toHaveLength(1);
  });

  it('sendEdoc knows a receiver by the new form of its code too', async () => {
    const id = await sentBy(office, documentOf(office.system, ['H39.13'], 3));
    expect((await province.list()).map((item) => item.id)).toContain(id);
  });

  it('sendEdoc lists a packet for every receiving system but the sender', async () => {
    const id = await sentBy(province, documentOf(LONG_AN, [DEPARTMENT, COMMUNE, 'G14'], 1));
    const sent = await province.call('getSentEdocList', {
      servicetype: 'eDoc',
      messagetype: 'edoc',
      docId: id,
    });
    expect(sent.list).toEqual([
      expect.objectContaining({ id, from: LONG_AN, to: '000.00.00.H53' }),
      expect.objectContaining({ id, from: LONG_AN, to: '000.00.00.G14' }),
    ]);
  });

  it.each(['getEdoc', 'downloadEdoc'])(
    '%s gives the bytes as they were sent',
    async (operation) => {
      const packet = documentOf(office.system, [LONG_AN], 4);
      const docId = await sentBy(office, packet);
      const { Data } = await province.call(operation, { docId, filePath: 'C:\\edoc\\' });
      expect(sha256(Buffer.from(String(Data), 'base64'))).toBe(sha256(packet));
    },
  );

  it('updateStatus done takes a packet off the list, processing leaves it there', async () => {
    const docid = await sentBy(office, documentOf(office.system, [LONG_AN], 5));
    const idsAfter = async (status: string) => {
      expect(await province.call('updateStatus', { docid, status })).toMatchObject({
        status: 'OK',
      });
      return (await province.list()).map(({ id }) => id);
    };
    expect(await idsAfter('processing')).toContain(docid);
    expect(await idsAfter('done')).not.toContain(docid);
    expect(await idsAfter('done')).not.toContain(docid);
  });

  it('updateStatus fail takes a packet off the list, and the sender sees it', async () => {
    const docid = await sentBy(office, documentOf(office.system, [LONG_AN], 6));
    await province.call('updateStatus', { docid, status: 'fail' });
    expect((await province.list()).map(({ id }) => id)).not.toContain(docid);
    const sent = { servicetype: 'eDoc', messagetype: 'edoc', docId: docid };
    expect((await office.call('getSentEdocList', sent)).list).toEqual([
      expect.objectContaining({ to: LONG_AN, status: 'fail' }),
    ]);
  });

  it('getReceivedEdocList gives pages in the order of acceptance', async () => {
    const ids: string[] = [];
    for (const number of [11, 12, 13]) {
      ids.push(await sentBy(office, documentOf(office.system, [LONG_AN], number)));
    }
    const all = (await province.list()).map(({ id }) => id);
    expect(all.filter((id) => ids.includes(id))).toStrictEqual(ids);
    const pages = await Promise.all(
      all.map((_, pageIndex) => province.list('edoc', { pageSize: 1, pageIndex })),
    );
    expect(pages.flat().map(({ id }) => id)).toStrictEqual(all);
    expect(await province.list('edoc', { pageSize: 1, pageIndex: all.length })).toStrictEqual([]);
  });

  it('sendEdoc brings a status to the system of the agency that ResponseFor names', async () => {
    const id = await sentBy(office, statusOf(office.system, DEPARTMENT), 'status');
    const statuses = await province.list('status', { pageSize: 1_000 });
    expect(statuses.filter((item) => item.id === id)).toEqual([
      expect.objectContaining({ messagetype: 'status', created_time: '2020/03/02 08:16:30' }),
    ]);
    expect((await province.list('edoc')).map((item) => item.id)).not.toContain(id);
  });

  it('countReceiveEdoc and countReceiveStatus count what waits', async () => {
    await side.settle();
    const documents = (await province.list('edoc', { pageSize: 1_000 })).length;
    const statuses = (await province.list('status', { pageSize: 1_000 })).length;
    expect(documents).toBeGreaterThan(0);
    expect(statuses).toBeGreaterThan(0);
    expect((await province.call('countReceiveEdoc')).count).toBe(documents);
    expect((await province.call('countReceiveStatus')).count).toBe(statuses);
  });

  it('keeps what waits, and what it has taken in, when it starts again', async () => {
    const packet = documentOf(office.system, [LONG_AN], 20);
    const id = await sentBy(office, packet);
    const before = await province.list('edoc', { pageSize: 1_000 });
    expect(before.map((item) => item.id)).toContain(id);
    await side.restart();
    expect(await province.list('edoc', { pageSize: 1_000 })).toStrictEqual(before);
    expect(await sentBy(office, packet)).toBe(id);
    expect(await province.list('edoc', { pageSize: 1_000 })).toStrictEqual(before);
  });
});
