import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPacket, type StatusPacket, writeStatusPacket } from '@lienthong/edxml';
import { z } from 'zod';
import {
  Caller,
  G22,
  LONG_AN,
  type NationalSide,
  startNationalSide,
} from '../contract/axis-fixture.js';
import { documentOf, SENT_AT } from '../contract/axis-packets.js';

const RECEIVERS = [G22, '000.00.00.H53', '000.00.13.H53', '000.21.31.H53', '000.00.00.G14'];
const DOCUMENTS = 4;

const province = { code: 'H39', code102: LONG_AN, name: 'UBND tỉnh Long An', level: 2 };

/** Every status packet that the province has not settled, decoded. */
const statusesAt = async (caller: Caller): Promise<readonly StatusPacket[]> => {
  const items = await caller.list('status', { pageSize: 1_000 });
  return Promise.all(
    items.map(async ({ id }) => {
      const { Data } = await caller.call('getEdoc', { docId: id });
      const packet = readPacket(Buffer.from(String(Data), 'base64'));
      if (packet.kind !== 'status') throw new Error('not a status');
      return packet;
    }),
  );
};

const answersUnder = async (seed: string): Promise<readonly StatusPacket[]> => {
  const side = await startNationalSide(seed);
  try {
    const caller = new Caller(side, LONG_AN);
    await caller.call('registerAgency', province);
    for (let number = 1; number <= DOCUMENTS; number += 1)
      expect(await caller.send(documentOf(LONG_AN, RECEIVERS, number))).toMatchObject({
        status: 'OK',
      });
    await side.settle();
    return await statusesAt(caller);
  } finally {
    await side.stop();
  }
};

const sorted = (statuses: readonly StatusPacket[]) =>
  statuses.map((status) => JSON.stringify(status)).sort();

describe('the outside systems', () => {
  let once: readonly StatusPacket[];

  beforeAll(async () => {
    once = await answersUnder('7');
  });

  it('give the same answers under the same seed, others under another', async () => {
    expect(sorted(await answersUnder('7'))).toStrictEqual(sorted(once));
    expect(sorted(await answersUnder('8'))).not.toStrictEqual(sorted(once));
  });

  it('answer each document for each agency, step by step, to the end', () => {
    const chains = new Map<string, StatusPacket[]>();
    for (const status of once) {
      const delivery = `${status.from.organId} ${status.responseFor.documentId}`;
      chains.set(delivery, [...(chains.get(delivery) ?? []), status]);
    }
    expect(chains.size).toBe(RECEIVERS.length * DOCUMENTS);
    for (const chain of chains.values()) {
      const codes = chain.map(({ statusCode }) => statusCode).join(' ');
      expect(['01 03 04 05 06', '01 02']).toContain(codes);
      const times = [SENT_AT, ...chain.map(({ timestamp }) => timestamp)];
      expect(times).toStrictEqual([...times].sort((a, b) => a - b));
    }
  });
});

const order = (key: string, change: object = {}) => ({
  key,
  from: G22,
  at: '2020-03-02T08:00:00+07:00',
  to: [
    { code: LONG_AN, channel: 'electronic' },
    { code: '000.00.00.H53', channel: 'paper' },
  ],
  typeName: 'Công văn',
  subject: 'Về việc gửi, nhận văn bản điện tử',
  notation: 'VPCP-TTĐT',
  ...change,
});

describe('the control address of the outside systems', () => {
  let side: NationalSide;
  let caller: Caller;

  beforeAll(async () => {
    side = await startNationalSide();
    caller = new Caller(side, LONG_AN);
    await caller.call('registerAgency', province);
  });

  afterAll(() => side.stop());

  const issue = async (...documents: object[]): Promise<number> => {
    const response = await fetch(`${side.controlUrl}/control/issue`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ documents }),
    });
    return response.status;
  };

  const state = async (): Promise<unknown> =>
    (await fetch(`${side.controlUrl}/control/state`)).json();

  const documentIds = async (): Promise<readonly string[]> =>
    Promise.all(
      (await caller.list()).map(async ({ id }) => {
        const { Data } = await caller.call('getEdoc', { docId: id });
        const packet = readPacket(Buffer.from(String(Data), 'base64'));
        return packet.kind === 'document' ? packet.documentId : '';
      }),
    );

  it('issues a document once for each key, numbered in the order of its agency', async () => {
    expect(await issue(order('a'), order('b'), order('a'))).toBe(202);
    expect(await issue(order('b'), order('c', { attachmentBytes: 3_000_000 }))).toBe(202);
    await side.settle();
    expect([...(await documentIds())].sort()).toStrictEqual(
      [1, 2, 3].map((number) => `${G22},2020/03/02,${String(number)}/VPCP-TTĐT`),
    );
    expect(await state()).toMatchObject({ outstanding: 0, issued: 3, refused: 0 });
  });

  it('keeps the registers when the process starts again', async () => {
    await side.restart();
    expect(await state()).toMatchObject({ outstanding: 0, issued: 3 });
    expect(await issue(order('a'), order('d'))).toBe(202);
    await side.settle();
    expect(await documentIds()).toHaveLength(4);
    expect(await documentIds()).toContain(`${G22},2020/03/02,4/VPCP-TTĐT`);
  });

  it('writes down a document that the axis refuses, and does not repeat it', async () => {
    const nobody = [{ code: '000.00.99.H39', channel: 'electronic' }];
    expect(await issue(order('e', { to: nobody }))).toBe(202);
    await side.settle();
    expect(await state()).toMatchObject({ outstanding: 0, issued: 5, refused: 1 });
  });

  it('hears the statuses of what it issued', async () => {
    const [documentId = ''] = await documentIds();
    const status = writeStatusPacket({
      kind: 'status',
      from: { organId: LONG_AN },
      responseFor: { organId: G22, documentId },
      statusCode: '03',
      timestamp: SENT_AT,
    });
    expect(await caller.send(status, 'status')).toMatchObject({ status: 'OK' });
    await side.settle();
    const query = new URLSearchParams({ documentId });
    const answer = await fetch(`${side.controlUrl}/control/statuses?${query.toString()}`);
    expect(heard.parse(await answer.json()).statuses).toStrictEqual([
      { agency: LONG_AN, statusCode: '03', at: SENT_AT },
    ]);
  });

  it('refuses a sender that is not outside, and what is no order, and issues nothing', async () => {
    const before = await state();
    expect(await issue(order('x'), order('y', { from: LONG_AN }))).toBe(422);
    const wrong = [
      { at: '2020-03-02' },
      { at: '2020-02-30T08:00:00+07:00' },
      { to: [{ code: LONG_AN, channel: 'fax' }] },
      { subject: '' },
      { colour: 'red' },
    ];
    for (const change of wrong) expect(await issue(order('x', change))).toBe(400);
    expect(await state()).toStrictEqual(before);
  });
});

const heard = z.object({
  statuses: z.array(z.object({ agency: z.string(), statusCode: z.string(), at: z.number() })),
});
