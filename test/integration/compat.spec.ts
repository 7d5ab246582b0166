import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AxisClient,
  type AxisRefused,
  type NewDocument,
  PlatformClient,
} from '@lienthong/connector';
import { readPacket, writeStatusPacket } from '@lienthong/edxml';
import { instant } from '@lienthong/kernel';
import { z } from 'zod';
import { DOCUMENT_ID, NEW, OLD, sample } from './compat-sample.js';
import { Province } from './lgsp-province.js';

const run = promisify(execFile);

const AT = instant('2020-03-02T08:30:00+07:00');

let province: Province;
let folder: string;
/** An e-office that speaks the dialect of the axis, and one that speaks ours. */
let oldOffice: { readonly axis: AxisClient; readonly key: string };
let newOffice: PlatformClient;

const keyed = z.object({ key: z.string() });

const connect = async (id: string, agency: string): Promise<string> => {
  const body = JSON.stringify({ id, kind: 'eoffice', name: id, agencies: [agency] });
  const headers = { 'content-type': 'application/json' };
  const answer = await province.ask('systems', { method: 'POST', headers, body });
  return keyed.parse(await answer.json()).key;
};

beforeAll(async () => {
  province = await Province.start();
  folder = await mkdtemp(join(tmpdir(), 'lienthong-compat-'));
  await province.connect({ cu: OLD, moi: NEW });
  const key = await connect('phan-mem-cu', 'cu');
  oldOffice = {
    key,
    axis: new AxisClient({ url: `${province.url}/compat`, systemId: OLD, secret: key }),
  };
  newOffice = new PlatformClient({
    url: province.url,
    key: await connect('phan-mem-moi', 'moi'),
  });
}, 60_000);

afterAll(async () => {
  await province.stop();
  await rm(folder, { recursive: true });
});

const answerSchema = z.looseObject({ status: z.string(), ErrorCode: z.string() });

/** One operation with curl, as a vendor's engineer would try it. */
const curl = async (operation: string, ...args: readonly string[]) => {
  const { stdout } = await run('curl', [
    ...['-sS', '-H', `X-SystemId: ${OLD}`, '-H', `X-SecretKey: ${oldOffice.key}`],
    ...args,
    `${province.url}/compat/${operation}`,
  ]);
  return answerSchema.parse(JSON.parse(stdout));
};

const asked = (operation: string, body: object) =>
  curl(operation, '-H', 'Content-Type: application/json', '-d', JSON.stringify(body));

const listed = async (messagetype: 'edoc' | 'status') =>
  oldOffice.axis.getReceivedEdocList({ messagetype });

/** Waits until the list has so many. */
const untilListed = async (messagetype: 'edoc' | 'status', count: number) => {
  for (;;) {
    const list = await listed(messagetype);
    if (list.length >= count) return list;
    await new Promise(setImmediate);
  }
};

const written = (documentId: string, subject: string, changes: Partial<NewDocument> = {}) =>
  newOffice.sendDocument({
    from: NEW,
    documentId,
    code: { number: '2', notation: 'MOI' },
    typeName: 'Công văn',
    subject,
    to: [{ code: OLD }],
    signer: { fullName: 'Nguyễn Văn Mẫu' },
    attachments: [{ name: 'a.txt', mediaType: 'text/plain', content: Buffer.from('nội dung') }],
    ...changes,
  });

describe('an e-office that speaks the dialect of the axis', () => {
  it('sends with curl, and hears what became of it until it has acknowledged that', async () => {
    const file = join(folder, 'a.edxml');
    await writeFile(file, sample());
    const header = JSON.stringify({ from: OLD, servicetype: 'eDoc', messagetype: 'edoc' });
    const form = ['-F', `header=${header}`, '-F', `file=@${file}`];
    const sent = z.looseObject({ DocID: z.string() }).parse(await curl('sendEdoc', ...form));
    expect(sent).toMatchObject({ status: 'OK', ErrorCode: '0' });
    expect(await curl('sendEdoc', ...form)).toStrictEqual(sent);
    const { entries } = await newOffice.inbox({ wait: 10 });
    expect(entries).toMatchObject([{ headerDocumentId: DOCUMENT_ID, senderCode: OLD }]);
    const [entry] = entries;
    const { documentId = '' } = entry ?? {};
    await newOffice.reportStatuses([
      { documentId, agency: NEW, status: '01', at: AT },
      { documentId, agency: NEW, status: '03', at: AT + 1_000 },
    ]);
    const [first, second] = await untilListed('status', 2);
    expect(first).toMatchObject({ from: NEW, to: OLD, messagetype: 'status', servicetype: 'eDoc' });
    const heard = readPacket(await oldOffice.axis.getEdoc(second?.id ?? ''));
    expect(heard).toMatchObject({
      kind: 'status',
      statusCode: '03',
      responseFor: { organId: OLD, documentId: DOCUMENT_ID },
    });
    expect(
      await asked('getSentEdocList', { docId: sent.DocID, messagetype: 'edoc' }),
    ).toMatchObject({
      list: [{ id: sent.DocID, to: NEW, status: 'done' }],
    });
    await asked('updateStatus', { docid: second?.id, status: 'done' });
    expect((await listed('status')).map(({ id }) => id)).toStrictEqual([first?.id]);
    await asked('updateStatus', { docid: first?.id, status: 'done' });
    expect(await asked('countReceiveStatus', {})).toMatchObject({ count: 0 });
  });

  it('reads what others write as a packet, and keeps it in its list until it says that it has it', async () => {
    const { documentId } = await written('2/MOI', 'Văn bản không phải edXML');
    const [item] = await untilListed('edoc', 1);
    expect(item).toMatchObject({ from: NEW, to: OLD, messagetype: 'edoc' });
    const received = readPacket(await oldOffice.axis.getEdoc(item?.id ?? ''));
    expect(received).toMatchObject({
      kind: 'document',
      documentId: '2/MOI',
      from: { organId: NEW },
      to: [{ organId: OLD }],
      subject: 'Văn bản không phải edXML',
      signer: { fullName: 'Nguyễn Văn Mẫu' },
      attachments: [{ name: 'a.txt', content: new Uint8Array(Buffer.from('nội dung')) }],
    });
    await oldOffice.axis.updateStatus(item?.id ?? '', 'processing');
    expect(await listed('edoc')).toHaveLength(1);
    await oldOffice.axis.updateStatus(item?.id ?? '', 'done');
    expect(await listed('edoc')).toStrictEqual([]);
    const { entries } = await newOffice.statuses({ wait: 10 });
    expect(entries).toMatchObject([{ documentId, statusCode: '01' }]);
    const status = writeStatusPacket({
      kind: 'status',
      from: { organId: OLD, name: undefined },
      responseFor: { organId: NEW, documentId: '2/MOI' },
      statusCode: '03',
      timestamp: AT + 60_000,
    });
    await oldOffice.axis.sendEdoc(status, 'status');
    const after = entries[0]?.cursor;
    expect(await newOffice.statuses({ wait: 10, after })).toMatchObject({
      entries: [{ documentId, statusCode: '03' }],
    });
  });

  it('is asked for a document back, and told of a revocation, as packets', async () => {
    const { documentId } = await written('3/MOI', 'Bản đầu');
    await untilListed('edoc', 1);
    const [asking] = await newOffice.reportStatuses([
      { documentId, agency: NEW, status: '13', recipient: OLD, at: AT, description: 'Gửi nhầm' },
    ]);
    expect(asking).toMatchObject({ ok: true });
    const [question] = await untilListed('status', 1);
    expect(readPacket(await oldOffice.axis.getEdoc(question?.id ?? ''))).toMatchObject({
      statusCode: '13',
      description: 'Gửi nhầm',
      from: { organId: NEW },
      responseFor: { organId: OLD, documentId: '3/MOI' },
    });
    await newOffice.revokeDocument(documentId, 'Ban hành nhầm');
    const list = await untilListed('edoc', 2);
    const packets = await Promise.all(list.map(({ id }) => oldOffice.axis.getEdoc(id)));
    expect(packets.map((bytes) => readPacket(bytes))).toMatchObject([
      { kind: 'document', businessType: 0, documentId: '3/MOI' },
      {
        ...{ kind: 'document', businessType: 1, documentId: '3/MOI', attachments: [] },
        business: { reason: 'Ban hành nhầm' },
      },
    ]);
    for (const { id } of [...list, ...(await listed('status'))]) {
      await oldOffice.axis.updateStatus(id, 'done');
    }
  });

  it('is offered a new version as a packet', async () => {
    await written('7/MOI', 'Bản đầu');
    await written('7/MOI', 'Bản hai', { to: [], update: { reason: 'Sửa' } });
    const list = await untilListed('edoc', 2);
    const packets = await Promise.all(list.map(({ id }) => oldOffice.axis.getEdoc(id)));
    expect(packets.map((bytes) => readPacket(bytes))).toMatchObject([
      { businessType: 0, subject: 'Bản đầu' },
      { businessType: 2, subject: 'Bản hai', business: { reason: 'Sửa' } },
    ]);
    for (const { id } of list) await oldOffice.axis.updateStatus(id, 'done');
  });

  it('says that it could make nothing of a packet, which its sender is told', async () => {
    const { documentId } = await written('4/MOI', 'Không đọc được');
    const [item] = await untilListed('edoc', 1);
    await oldOffice.axis.updateStatus(item?.id ?? '', 'fail');
    expect(await listed('edoc')).toStrictEqual([]);
    for (;;) {
      const { entries } = await newOffice.statuses({ limit: 500 });
      const said = entries.filter((each) => each.documentId === documentId);
      if (said.some(({ statusCode }) => statusCode === '02')) break;
      await new Promise(setImmediate);
    }
  });

  it('finds what it has acknowledged gone, and what it has not still there, after a restart', async () => {
    await written('5/MOI', 'Một');
    await written('6/MOI', 'Hai');
    const [, second] = await untilListed('edoc', 2);
    await oldOffice.axis.updateStatus(second?.id ?? '', 'done');
    const before = await listed('edoc');
    expect(before).toHaveLength(1);
    await province.stopLgsp();
    await province.startLgsp();
    const { key } = oldOffice;
    const url = `${province.url}/compat`;
    oldOffice = { key, axis: new AxisClient({ url, systemId: 'phan-mem-cu', secret: key }) };
    expect(await listed('edoc')).toStrictEqual(before);
  }, 30_000);

  it('knows who can be written to, and is no keeper of the directory', async () => {
    const listing = await oldOffice.axis.getAgenciesList();
    expect(listing.map(({ code102 }) => code102)).toStrictEqual([OLD, NEW]);
    expect(await oldOffice.axis.getAgenciesListQD20(4)).toStrictEqual([]);
    expect((await oldOffice.axis.getSynchronizeUnit()).map(({ code102 }) => code102)).toStrictEqual(
      [OLD],
    );
    await expect(oldOffice.axis.deleteAgency(NEW)).rejects.toMatchObject({
      code: 'AGENCY_OF_OTHERS',
    } satisfies Partial<AxisRefused>);
  });

  it.each([
    ['a wrong key', { secret: 'x' }, 'UNAUTHENTICATED'],
    ['the name of another system', { systemId: NEW }, 'UNAUTHENTICATED'],
  ])('is refused with %s, in band', async (_what, wrong, code) => {
    const { key: secret } = oldOffice;
    const options = { url: `${province.url}/compat`, systemId: OLD, secret, ...wrong };
    await expect(new AxisClient(options).getAgenciesList()).rejects.toMatchObject({ code });
  });

  it.each([
    ['SENDER_NOT_REGISTERED', () => oldOffice.axis.sendEdoc(sample({ from: NEW }), 'edoc')],
    ['PACKET_MALFORMED', () => oldOffice.axis.sendEdoc(Buffer.from('<edXML'), 'edoc')],
    ['PACKET_MALFORMED', () => oldOffice.axis.sendEdoc(sample(), 'status')],
    [
      'RECEIVER_UNKNOWN',
      () => oldOffice.axis.sendEdoc(sample({ to: '000.00.99.H39', documentId: 'x' }), 'edoc'),
    ],
    ['DOCUMENT_DIFFERS', () => oldOffice.axis.sendEdoc(sample({ subject: 'Khác' }), 'edoc')],
    ['DOCID_UNKNOWN', () => oldOffice.axis.getEdoc('0'.repeat(24))],
    ['DOCID_UNKNOWN', () => oldOffice.axis.updateStatus('abc', 'done')],
    ['REQUEST_MALFORMED', () => oldOffice.axis.getAgenciesListQD20(9)],
  ])('is refused with %s, in band, and nothing is written', async (code, wrong) => {
    const before = await province.status();
    await expect(wrong()).rejects.toMatchObject({ code });
    expect((await province.status()).lastSequence).toBe(before.lastSequence);
  });

  it('is refused in band what nobody knows', async () => {
    expect(await asked('launchRocket', {})).toMatchObject({
      status: 'FAIL',
      ErrorCode: 'OPERATION_UNKNOWN',
    });
    expect(await curl('sendEdoc', '-F', 'header={}')).toMatchObject({
      status: 'FAIL',
      ErrorCode: 'REQUEST_MALFORMED',
    });
  });
});
