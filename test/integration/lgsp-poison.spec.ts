import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NewDocument, type PlatformClient } from '@lienthong/connector';
import { decodeRecorded, type RecordedMessage } from '@lienthong/contracts';
import { jetstream } from '@nats-io/jetstream';
import { connect, headers } from '@nats-io/transport-node';
import { everything, until } from '../contract/event-store/stores.js';
import { MORNING, Province } from './lgsp-province.js';

const OFFICE = '000.00.00.H39';
const WARD = '000.00.01.H39';
const UNKNOWN = 'vn.lienthong.documents.document-burned.v1';
const UNREADABLE_ID = 'a'.repeat(26);
const BROKEN = new Uint8Array([0xff]);

const letter = (number: string): NewDocument => ({
  from: OFFICE,
  documentId: number,
  code: { number, notation: 'CV' },
  typeName: 'Công văn',
  subject: 'V/v',
  to: [{ code: WARD }],
});

describe('a message of the log that nobody can decode', () => {
  let province: Province;
  let office: PlatformClient;

  beforeAll(async () => {
    province = await Province.start();
    office = await province.connect({ office: OFFICE, ward: WARD });
  });

  afterAll(async () => {
    await province.stop();
  });

  const plant = async (address: string, type: string, data: Uint8Array): Promise<void> => {
    const connection = await connect({ servers: province.nats.url });
    const lines = headers();
    lines.set('ce-specversion', '1.0');
    lines.set('ce-id', `planted-${address}`);
    lines.set('ce-type', type);
    lines.set('ce-source', '/test');
    lines.set('ce-time', '2020-03-02T00:00:00.000Z');
    lines.set('lt-prev', '1:0');
    await jetstream(connection).publish(`lt.H39.${address}`, data, { headers: lines });
    await connection.close();
  };

  const untilDone = (): Promise<void> =>
    until(async () => {
      const { lastSequence, processes, parked } = await province.status();
      const isDone = processes.every(
        ({ checkpoint, waiting }) => waiting === 0 && checkpoint === lastSequence,
      );
      return isDone && parked !== null;
    });

  const messages = async (): Promise<readonly RecordedMessage[]> => {
    const reader = await province.reader();
    const all = await everything(reader);
    await reader.close();
    return all;
  };

  const received = async (): Promise<readonly string[]> => {
    const { entries } = await office.inbox({ agencies: ['ward'], limit: 10 });
    return entries.map(({ headerDocumentId }) => headerDocumentId);
  };

  it('is parked, and what stands before and behind it is handled', async () => {
    await office.sendDocument(letter('1'), { at: MORNING });
    await plant('agency.unknown', UNKNOWN, new Uint8Array());
    await office.sendDocument(letter('2'), { at: MORNING });
    await plant(
      `delivery.ward.${UNREADABLE_ID}`,
      'vn.lienthong.documents.delivery-routed.v1',
      BROKEN,
    );
    await office.sendDocument(letter('3'), { at: MORNING });
    await until(async () => (await received()).length === 3);
    await untilDone();
    expect(await received()).toStrictEqual(['1', '2', '3']);
    expect((await province.status()).parked).toBe(2);
  });

  it('is kept whole, with the reason', async () => {
    const all = await messages();
    const planted = all.filter(({ id }) => id.startsWith('planted'));
    const parked = all.filter(({ category }) => category === 'parked').map(decodeRecorded);
    expect(parked.map(({ event }) => event)).toMatchObject([
      { source: 'log', problem: 'unknown-event-type', at: Date.parse('2020-03-02T00:00:00Z') },
      { source: 'log', problem: 'undecodable-event' },
    ]);
    const reader = await province.reader();
    for (const [at, { event }] of parked.entries()) {
      if (event.type !== 'MessageParked') throw new Error('something else was parked');
      const content = await reader.objects.get(event.content.digest);
      const { sequence, subject, type, data } = planted[at] ?? {};
      expect(JSON.parse(Buffer.from(content ?? []).toString())).toStrictEqual({
        sequence,
        subject,
        type,
        data: Buffer.from(data ?? []).toString('base64'),
      });
    }
    await reader.close();
  });

  it('is passed over by a tail of the past', async () => {
    const gone = new AbortController();
    const { body } = await province.ask('events?from=0&type=document-issued.v1', {
      signal: gone.signal,
    });
    let text = '';
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      if (text.split('data: ').length > 3) break;
    }
    gone.abort();
    expect(text.match(/"documentId":"\d"/g)).toHaveLength(3);
  });

  it('stops no command but those for its own aggregate', async () => {
    const report = { agency: WARD, status: '01', at: MORNING } as const;
    const [broken] = await office.reportStatuses([{ ...report, documentId: UNREADABLE_ID }]);
    expect(broken).toMatchObject({ ok: false, problem: { code: 'aggregate-unreadable' } });
    const { documentId } = await office.sendDocument(letter('4'), { at: MORNING });
    await untilDone();
    const [good] = await office.reportStatuses([{ ...report, documentId }]);
    expect(good).toMatchObject({ ok: true, recorded: true });
  });

  it('is parked once, also when the whole log is followed again after a restart', async () => {
    await untilDone();
    const before = await messages();
    await province.stopLgsp();
    const writer = await province.reader();
    await writer.checkpoints.save('routing', 0);
    await writer.close();
    await province.startLgsp();
    await untilDone();
    expect(await messages()).toHaveLength(before.length);
    expect((await province.status()).parked).toBe(2);
  });

  it('is not parked again when it stands among the parked messages itself', async () => {
    const before = await messages();
    await plant('parked.burned', UNKNOWN, new Uint8Array());
    await untilDone();
    expect(await messages()).toHaveLength(before.length + 1);
  });
});
