import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import {
  type Answer,
  answerIn,
  Caller,
  G22,
  LONG_AN,
  type NationalSide,
  startNationalSide,
} from './axis-fixture.js';
import { documentOf, statusOf } from './axis-packets.js';

const H53 = '000.00.00.H53';
const MEGABYTE = 1024 * 1024;

describe('the document axis refuses', () => {
  let side: NationalSide;
  let office: Caller;
  let province: Caller;

  beforeAll(async () => {
    side = await startNationalSide();
    office = new Caller(side, G22);
    province = new Caller(side, LONG_AN);
    const agency = { code: 'H39', code102: LONG_AN, name: 'UBND tỉnh Long An', level: 2 };
    await province.call('registerAgency', agency);
  });

  afterAll(() => side.stop());

  /** Nothing of it may reach the province. */
  const expectRefused = async (
    answer: Promise<Answer>,
    code: string,
    text = /./,
  ): Promise<void> => {
    expect(await answer).toStrictEqual({
      status: 'FAIL',
      ErrorCode: code,
      ErrorDesc: expect.stringMatching(text),
    });
    expect(await province.list()).toStrictEqual([]);
    expect(await province.list('status')).toStrictEqual([]);
  };

  const toProvince = () => documentOf(G22, [LONG_AN]);

  it('a system that it does not know, and a wrong secret, in the same words', async () => {
    const strangers = [new Caller(side, 'nobody', 'secret'), new Caller(side, G22, 'wrong')];
    for (const stranger of strangers) {
      await expectRefused(stranger.call('getAgenciesList'), 'UNAUTHENTICATED');
      await expectRefused(stranger.send(toProvince()), 'UNAUTHENTICATED');
    }
    const answers = await Promise.all(strangers.map((caller) => caller.call('getAgenciesList')));
    expect(answers[0]).toStrictEqual(answers[1]);
  });

  it('a request without the two headers', async () => {
    const response = await fetch(`${side.url}/getAgenciesList`, { method: 'POST' });
    expect(await response.json()).toMatchObject({ ErrorCode: 'UNAUTHENTICATED' });
  });

  it('a header whose from is another system', async () => {
    const header = { from: H53, servicetype: 'eDoc', messagetype: 'edoc' };
    await expectRefused(
      office.send(toProvince(), 'edoc', header),
      'SENDER_NOT_REGISTERED',
      /^Don vi gui 000\.00\.00\.H53 khong dung voi ma da dang ky$/,
    );
  });

  it('a packet whose From is served by another system, or by none', async () => {
    for (const stranger of [H53, '000.00.00.H99', '000.00.00.*']) {
      await expectRefused(
        office.send(documentOf(stranger, [LONG_AN])),
        'SENDER_NOT_REGISTERED',
        /^Don vi gui .* khong dung voi ma da dang ky$/,
      );
    }
    await expectRefused(office.send(statusOf(H53, LONG_AN), 'status'), 'SENDER_NOT_REGISTERED');
  });

  it('receivers that are not listed, naming each, with the whole packet', async () => {
    await expectRefused(
      office.send(documentOf(G22, [LONG_AN, '000.00.00.H98', '000.00.00.H99'])),
      'RECEIVER_UNKNOWN',
      /: 000\.00\.00\.H98, 000\.00\.00\.H99$/,
    );
    const status = statusOf(G22, '000.00.00.H99');
    await expectRefused(office.send(status, 'status'), 'RECEIVER_UNKNOWN', /000\.00\.00\.H99/);
  });

  it('a packet that the sending system alone would receive', async () => {
    await expectRefused(office.send(documentOf(G22, [G22])), 'NO_RECEIVER');
  });

  it.each([
    ['no XML', 'this is no packet'],
    ['nothing', ''],
    ['XML that is not well-formed', '<edXML><From></edXML>'],
    ['XML that is no packet', '<?xml version="1.0"?><note/>'],
    ['a document type', '<!DOCTYPE edXML [<!ENTITY a "b">]><edXML>&a;</edXML>'],
  ])('as a packet: %s', async (_, text) => {
    const bytes = new TextEncoder().encode(text);
    await expectRefused(office.send(bytes), 'PACKET_MALFORMED', /khong dung dinh dang edXML/);
  });

  it('a packet whose fault it can name, with line and column', async () => {
    const packet = new TextEncoder().encode('<edXML>\n  <From></edXML>');
    await expectRefused(office.send(packet), 'PACKET_MALFORMED', /line 2, column \d+/);
  });

  it('a status announced as a document, and a document announced as a status', async () => {
    await expectRefused(office.send(statusOf(G22, LONG_AN), 'edoc'), 'PACKET_MALFORMED');
    await expectRefused(office.send(toProvince(), 'status'), 'PACKET_MALFORMED');
  });

  it('a packet of more than 50 MB; one byte less is read', async () => {
    const limit = 50 * MEGABYTE;
    await expectRefused(office.send(new Uint8Array(limit + 1)), 'PACKET_TOO_LARGE', /50 MB/);
    await expectRefused(office.send(new Uint8Array(limit)), 'PACKET_MALFORMED');
  });

  it('a hundred megabytes at a time without keeping them in memory', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const chunk = new Uint8Array(MEGABYTE).fill(32);
    let most = 0;
    let left = 300;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        most = Math.max(most, process.memoryUsage().arrayBuffers);
        left -= 1;
        if (left === 299) controller.enqueue(new TextEncoder().encode(OPEN_FORM));
        controller.enqueue(chunk);
        if (left === 0) controller.close();
      },
    });
    const answer = await fetch(`${side.url}/sendEdoc`, {
      method: 'POST',
      body,
      duplex: 'half',
      headers: {
        'X-SystemId': G22,
        'X-SecretKey': side.secrets.get(G22) ?? '',
        'content-type': 'multipart/form-data; boundary=edge',
      },
    });
    expect(await answer.json()).toMatchObject({ ErrorCode: 'PACKET_TOO_LARGE' });
    expect(most - before).toBeLessThan(150 * MEGABYTE);
  });

  it('a form without a file, without a header, or with a header that is not right', async () => {
    const parts = async (...fields: [string, string | Blob][]): Promise<Answer> => {
      const form = new FormData();
      for (const [name, value] of fields) form.set(name, value);
      return answerIn(await office.post('sendEdoc', form));
    };
    const header = { from: G22, servicetype: 'eDoc', messagetype: 'edoc' };
    const file = new Blob([new Uint8Array(toProvince())]);
    const wrong: [string, string | Blob][][] = [
      [['header', JSON.stringify(header)]],
      [['file', file]],
      [
        ['header', '{"from":'],
        ['file', file],
      ],
      [
        ['header', '[]'],
        ['file', file],
      ],
      [
        ['header', JSON.stringify({ ...header, messagetype: 'letter' })],
        ['file', file],
      ],
      [
        ['header', JSON.stringify({ ...header, to: LONG_AN })],
        ['file', file],
      ],
      [
        ['header', 'x'.repeat(10_000)],
        ['file', file],
      ],
      [
        ['header', JSON.stringify(header)],
        ['attachment', file],
      ],
    ];
    for (const fields of wrong) await expectRefused(parts(...fields), 'REQUEST_MALFORMED');
    await expectRefused(office.call('sendEdoc', header), 'REQUEST_MALFORMED');
  });

  it.each([
    ['bad JSON', '{"docId": '],
    ['a list', '[]'],
    ['a text', '"docId"'],
    ['nothing', ''],
    ['a missing field', '{}'],
    ['a field of another type', '{"docId": 7}'],
    ['a field that it does not know', '{"docId":"0123456789abcdef01234567","other":1}'],
    ['a docId that is none', '{"docId":"../../etc/passwd"}'],
    ['more than a request needs', JSON.stringify({ docId: 'x'.repeat(200_000) })],
  ])('as a request: %s', async (_, text) => {
    await expectRefused(office.callText('getEdoc', text), 'REQUEST_MALFORMED');
  });

  it.each(['getEdoc', 'downloadEdoc'])('%s of a packet that is not there', async (operation) => {
    const docId = '0123456789abcdef01234567';
    await expectRefused(office.call(operation, { docId }), 'DOCID_UNKNOWN', new RegExp(docId));
  });

  it('updateStatus and getSentEdocList of a packet that is not there', async () => {
    const docid = '0123456789abcdef01234567';
    await expectRefused(office.call('updateStatus', { docid, status: 'done' }), 'DOCID_UNKNOWN');
    const sent = { docId: docid, servicetype: 'eDoc', messagetype: 'edoc' };
    await expectRefused(office.call('getSentEdocList', sent), 'DOCID_UNKNOWN');
  });

  it("an operation on another system's packet", async () => {
    const stranger = new Caller(side, '000.00.00.H49');
    const docId = String((await office.send(documentOf(G22, [H53]))).DocID);
    for (const caller of [stranger, office]) {
      await expectRefused(caller.call('getEdoc', { docId }), 'PACKET_OF_OTHERS');
      const done = { docid: docId, status: 'done' };
      await expectRefused(caller.call('updateStatus', done), 'PACKET_OF_OTHERS');
    }
    const sent = { docId, servicetype: 'eDoc', messagetype: 'edoc' };
    await expectRefused(stranger.call('getSentEdocList', sent), 'PACKET_OF_OTHERS');
  });

  it('a status word that it does not know', async () => {
    const request = { docid: '0123456789abcdef01234567', status: 'finished' };
    await expectRefused(office.call('updateStatus', request), 'REQUEST_MALFORMED');
  });

  it('an operation that it does not have', async () => {
    await expectRefused(office.call('sendEverything'), 'OPERATION_UNKNOWN', /sendEverything/);
    await expectRefused(office.call('sendEdoc/more'), 'OPERATION_UNKNOWN');
  });

  it('an agency with a code that another system or agency bears', async () => {
    const agency = { code: 'H53.99', code102: '000.00.99.H53', name: 'Sở', level: 2 };
    for (const taken of [{ code: 'H53.13' }, { code102: '000.00.13.H53' }]) {
      const request = { ...agency, ...taken };
      await expectRefused(province.call('registerAgency', request), 'AGENCY_OF_OTHERS');
    }
    const own = { ...agency, code: 'H39', code102: '000.00.99.H39' };
    await expectRefused(province.call('registerAgency', own), 'AGENCY_OF_OTHERS');
    const request = { AgencyCode: '000.00.13.H53' };
    await expectRefused(province.call('deleteAgency', request), 'AGENCY_OF_OTHERS');
  });

  it.each([
    { code: 'H39.*' },
    { code: 'H39 .13' },
    { code102: '000.00.13.>' },
    { code102: '000.00.13.Н39' },
    { code102: '' },
    { name: '' },
    { level: 0 },
    { level: 5 },
    { level: 1.5 },
  ])('an agency with %j', async (change) => {
    const agency = { code: 'H39.13', code102: '000.00.13.H39', name: 'Sở', level: 2 };
    const request = { ...agency, ...change };
    await expectRefused(province.call('registerAgency', request), 'REQUEST_MALFORMED');
    expect((await province.call('getSynchronizeUnit')).agencies).toHaveLength(1);
  });

  it('the deletion of an agency that is not listed', async () => {
    const request = { AgencyCode: '000.00.98.H39' };
    await expectRefused(province.call('deleteAgency', request), 'AGENCY_UNKNOWN');
  });

  it('and then takes a packet as a real producer writes it', async () => {
    const bytes = await readFile('test/packets/new-three-recipients.edxml', 'utf8');
    const packet = bytes.replaceAll('000.00.00.H41', LONG_AN);
    const answer = await office.send(new TextEncoder().encode(packet));
    expect(answer).toMatchObject({ status: 'OK' });
    expect(await province.list()).toHaveLength(1);
  });
});

const OPEN_FORM = [
  '--edge',
  'Content-Disposition: form-data; name="file"; filename="packet.edxml"',
  'Content-Type: application/octet-stream',
  '',
  '',
].join('\r\n');
