import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  AxisClient,
  AxisRefused,
  AxisUnreachable,
  type Patience,
  UnreadableAnswer,
} from '@lienthong/connector';

const PATIENCE: Patience = { attempts: 2, firstDelayMs: 1, longestDelayMs: 2 };
const PACKET = new Uint8Array([60, 0, 255, 13, 10]);

interface Heard {
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Uint8Array<ArrayBuffer>;
}

const parsed = (body: Uint8Array): unknown => JSON.parse(Buffer.from(body).toString());

describe('the client of the document axis', () => {
  const servers: Server[] = [];

  afterEach(() => {
    for (const server of servers.splice(0)) server.close().closeAllConnections();
  });

  const axis = async (
    answer: unknown,
    status = 200,
  ): Promise<{ client: AxisClient; heard: Heard[] }> => {
    const heard: Heard[] = [];
    const started = createServer((request, response) => {
      void buffer(request).then((body) => {
        heard.push({ url: request.url, headers: request.headers, body: new Uint8Array(body) });
        response.writeHead(status).end(JSON.stringify(answer));
      });
    });
    servers.push(started);
    await new Promise<void>((ready) => started.listen(0, '127.0.0.1', ready));
    const url = `http://127.0.0.1:${String((started.address() as AddressInfo).port)}`;
    const identity = { systemId: '000.00.00.H39', secret: 's' };
    return { client: new AxisClient({ url, ...identity, patience: PATIENCE }), heard };
  };

  it('sends a packet byte for byte, in its own name', async () => {
    const { client, heard } = await axis({ status: 'OK', DocID: 'abc' });
    await expect(client.sendEdoc(PACKET, 'edoc')).resolves.toBe('abc');
    const [sent] = heard;
    expect(sent?.headers).toMatchObject({ 'x-systemid': '000.00.00.H39', 'x-secretkey': 's' });
    const form = Buffer.from(sent?.body ?? []).toString('latin1');
    const header = { from: '000.00.00.H39', servicetype: 'eDoc', messagetype: 'edoc' };
    expect(form).toContain(`name="header"\r\n\r\n${JSON.stringify(header)}\r\n`);
    expect(form).toMatch(/name="file"; filename="packet.edxml"/);
    expect(form).toContain(`\r\n\r\n${Buffer.from(PACKET).toString('latin1')}\r\n--`);
  });

  it('fetches a packet byte for byte', async () => {
    const Data = Buffer.from(PACKET).toString('base64');
    const { client, heard } = await axis({ status: 'OK', Data });
    await expect(client.getEdoc('abc')).resolves.toEqual(PACKET);
    expect(heard[0]?.url).toBe('/getEdoc');
    expect(Buffer.from(heard[0]?.body ?? []).toString()).toBe('{"docId":"abc"}');
  });

  it('lists what waits, and acknowledges', async () => {
    const item = {
      id: 'abc',
      from: 'a',
      to: 'b',
      messagetype: 'edoc',
      servicetype: 'eDoc',
      created_time: '2020/03/02 08:00:00',
    };
    const { client, heard } = await axis({ status: 'OK', list: [item] });
    await expect(
      client.getReceivedEdocList({ messagetype: 'edoc', pageSize: 10, pageIndex: 0 }),
    ).resolves.toEqual([item]);
    await client.updateStatus('abc', 'done');
    expect(heard.map(({ url, body }) => [url, parsed(body)])).toEqual([
      [
        '/getReceivedEdocList',
        { messagetype: 'edoc', pageSize: 10, pageIndex: 0, servicetype: 'eDoc' },
      ],
      ['/updateStatus', { docid: 'abc', status: 'done' }],
    ]);
  });

  it('takes an in-band FAIL for a refusal, and asks once', async () => {
    const { client, heard } = await axis({ status: 'FAIL', ErrorCode: 4, ErrorDesc: 'khong dung' });
    const refused = client.sendEdoc(PACKET, 'edoc');
    await expect(refused).rejects.toThrow(AxisRefused);
    await expect(refused).rejects.toMatchObject({ code: '4', desc: 'khong dung' });
    expect(heard).toHaveLength(1);
  });

  it('calls an HTTP error and a closed port unreachable, after trying again', async () => {
    const { client, heard } = await axis({}, 502);
    await expect(client.getAgenciesList()).rejects.toThrow(AxisUnreachable);
    expect(heard).toHaveLength(2);
    const gone = { url: 'http://127.0.0.1:1', systemId: 'x', secret: 's', patience: PATIENCE };
    await expect(new AxisClient(gone).countReceiveEdoc()).rejects.toThrow(AxisUnreachable);
  });

  it('does not take an answer without a verdict, or without its fields, for a success', async () => {
    const { client } = await axis({ DocID: 'abc' });
    await expect(client.sendEdoc(PACKET, 'edoc')).rejects.toThrow(UnreadableAnswer);
    const { client: other } = await axis({ status: 'OK' });
    await expect(other.sendEdoc(PACKET, 'edoc')).rejects.toThrow(UnreadableAnswer);
  });
});
