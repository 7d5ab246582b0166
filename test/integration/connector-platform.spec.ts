import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  NoAnswer,
  type Patience,
  PlatformClient,
  PlatformProblem,
  UnreadableAnswer,
} from '@lienthong/connector';
import { instant } from '@lienthong/kernel';
import {
  parseSignatures,
  signerOf,
  SignatureVerifier,
  TrustedAuthorities,
} from '@lienthong/signatures';
import { SampleAuthority } from '@lienthong/testing';

const PATIENCE: Patience = { attempts: 3, firstDelayMs: 1, longestDelayMs: 5 };
const ACCEPTED = { documentId: 'd1', sequence: 7, deliveries: [] };
const AT = instant('2020-03-02T08:00:00+07:00');

interface Heard {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Reply = (response: ServerResponse) => void;

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, headers).end(JSON.stringify(body));
  };

const cutOff: Reply = (response) => response.socket?.destroy();

const problem = (status: number, code: string, headers?: Record<string, string>): Reply =>
  json(status, { type: `/problems/${code}`, code, status, title: code, detail: 'why' }, headers);

describe('the client of the platform', () => {
  const servers: Server[] = [];

  afterEach(() => {
    for (const server of servers.splice(0)) server.close().closeAllConnections();
  });

  /** A platform that gives each of `replies` once, in order. */
  const platform = async (
    ...replies: readonly Reply[]
  ): Promise<{ client: PlatformClient; heard: Heard[]; url: string }> => {
    const heard: Heard[] = [];
    const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { method, url, headers } = request;
      const reply = replies[heard.length] ?? problem(500, 'one-too-many');
      heard.push({ method, url, headers, body: await text(request) });
      reply(response);
    };
    const started = createServer((request, response) => void answer(request, response));
    servers.push(started);
    await new Promise<void>((ready) => started.listen(0, '127.0.0.1', ready));
    const { port } = started.address() as AddressInfo;
    const url = `http://127.0.0.1:${String(port)}`;
    return { client: new PlatformClient({ url, key: 'k', patience: PATIENCE }), heard, url };
  };

  it('hands in a packet with its own time, as the system that the key names', async () => {
    const { client, heard } = await platform(json(201, ACCEPTED));
    const accepted = await client.sendPacket(new TextEncoder().encode('<edXML/>'), { at: AT });
    expect(accepted).toEqual(ACCEPTED);
    expect(heard[0]).toMatchObject({ method: 'POST', url: '/v1/documents', body: '<edXML/>' });
    expect(heard[0]?.headers).toMatchObject({
      authorization: 'Bearer k',
      'content-type': 'application/edxml+xml',
      'lienthong-time': '2020-03-02T01:00:00.000Z',
    });
  });

  it('hands in a document as JSON with attachments in base64', async () => {
    const { client, heard } = await platform(json(201, ACCEPTED));
    const content = new Uint8Array([0, 255]);
    await client.sendDocument({
      from: '000.00.00.H39',
      documentId: 'x',
      code: { number: '1', notation: 'CV' },
      typeName: 'Công văn',
      subject: 's',
      to: [{ code: '000.00.00.G22' }],
      attachments: [{ name: 'a.bin', mediaType: 'application/octet-stream', content }],
    });
    const sent: unknown = JSON.parse(heard[0]?.body ?? '');
    expect(sent).toMatchObject({ documentId: 'x', attachments: [{ content: 'AP8=' }] });
    expect(heard[0]?.headers).not.toHaveProperty('lienthong-time');
    expect(heard[0]?.headers).not.toHaveProperty('lienthong-signature');
  });

  it('has the bytes signed as they are sent, by everybody who signs', async () => {
    const { client, heard } = await platform(cutOff, json(201, ACCEPTED));
    const authority = new SampleAuthority();
    const verifier = new SignatureVerifier(TrustedAuthorities.fromPem(authority.bundle));
    const own = signerOf(authority.credential('000.00.00.H39'));
    const leader = signerOf(authority.credential('000.00.00.H39', 'person'));
    const waiting = { ...leader, sign: (bytes: Uint8Array) => Promise.resolve(leader.sign(bytes)) };
    await client.sendPacket(Buffer.from('<Trích yếu/>'), { at: AT, signers: [own, waiting] });
    for (const { headers, body } of heard) {
      const signatures = parseSignatures(String(headers['lienthong-signature']));
      const content = { bytes: Buffer.from(body), at: AT, isSenders: () => true };
      const judged = await Promise.all(signatures.map((one) => verifier.judge(one, content)));
      expect(judged.map(({ holder, outcome }) => [holder, outcome])).toEqual([
        ['organisation', 'verified'],
        ['person', 'verified'],
      ]);
    }
    expect(heard).toHaveLength(2);
  });

  it('repeats the same content after a cut connection, a 503 and a 429', async () => {
    const wait = { 'retry-after': '0' };
    const busy = [problem(503, 'busy', wait), problem(429, 'slow-down', wait)];
    for (const away of [cutOff, ...busy]) {
      const { client, heard } = await platform(away, away, json(201, ACCEPTED));
      await expect(client.sendPacket(new Uint8Array([60]), { at: AT })).resolves.toEqual(ACCEPTED);
      expect(heard.map(({ body }) => body)).toEqual(['<', '<', '<']);
    }
  });

  it('leaves the platform alone for as long as it asked', async () => {
    const { client } = await platform(
      problem(503, 'busy', { 'retry-after': '1' }),
      json(201, ACCEPTED),
    );
    const started = performance.now();
    await client.sendPacket(new Uint8Array([60]));
    expect(performance.now() - started).toBeGreaterThanOrEqual(990);
  });

  it('asks once when the platform refuses, and says why', async () => {
    const { client, heard } = await platform(problem(422, 'recipient-unknown'));
    const refused = client.sendPacket(new Uint8Array([60]));
    await expect(refused).rejects.toMatchObject({
      code: 'recipient-unknown',
      status: 422,
      isFinal: true,
    });
    await expect(refused).rejects.toThrow(PlatformProblem);
    expect(heard).toHaveLength(1);
  });

  it('gives up after as many attempts as its patience allows', async () => {
    const { client, heard } = await platform(cutOff, cutOff, cutOff);
    await expect(client.inbox()).rejects.toThrow(NoAnswer);
    expect(heard).toHaveLength(3);
  });

  it('names the status of an answer that is no problem document', async () => {
    const { client } = await platform((response) => response.writeHead(404).end('<html>'));
    await expect(client.packet('x')).rejects.toMatchObject({ code: 'http-404', isFinal: true });
  });

  it('reports statuses in bulk and tells the fate of each line', async () => {
    const lines = [
      { line: 1, ok: true, sequence: 9, recorded: true, late: false },
      { line: 2, ok: false, problem: { type: '/problems/x', code: 'x', status: 422 } },
    ];
    const { client, heard } = await platform((response) =>
      response.end(lines.map((line) => `${JSON.stringify(line)}\n`).join('')),
    );
    const report = { documentId: 'd', agency: 'ubnd', status: '01', at: AT };
    const outcomes = await client.reportStatuses([report, { ...report, status: '99' }]);
    expect(outcomes).toMatchObject([
      { ok: true, sequence: 9, recorded: true, late: false },
      { ok: false, problem: { code: 'x', isFinal: true } },
    ]);
    expect(heard[0]?.headers['content-type']).toBe('application/x-ndjson');
    const [first] = (heard[0]?.body ?? '').split('\n');
    expect(JSON.parse(first ?? '')).toEqual({ ...report, at: '2020-03-02T01:00:00.000Z' });
  });

  it('sends many documents in one request and tells of each', async () => {
    const answers = [
      { line: 1, status: 201, ok: true, ...ACCEPTED },
      { line: 2, status: 422, ok: false, problem: { type: 'x', code: 'x', status: 422 } },
    ];
    const { client, heard } = await platform((response) =>
      response.end(answers.map((answer) => `${JSON.stringify(answer)}\n`).join('')),
    );
    const document = {
      from: '000.00.00.H39',
      documentId: '1',
      code: { number: '1', notation: 'A' },
      typeName: 'Công văn',
      subject: 'V/v',
      to: [],
      attachments: [
        { name: 'a', mediaType: 'text/plain', content: Buffer.from('a') },
        { name: 'b', mediaType: 'text/plain', digest: 'b'.repeat(64) },
      ],
    };
    expect(await client.sendDocuments([document, document], { at: AT })).toMatchObject([
      { ok: true, ...ACCEPTED },
      { ok: false, problem: { code: 'x', isFinal: true } },
    ]);
    expect(heard[0]?.headers).toMatchObject({
      'content-type': 'application/x-ndjson',
      'lienthong-time': '2020-03-02T01:00:00.000Z',
    });
    const [first] = (heard[0]?.body ?? '').split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({
      attachments: [{ content: 'YQ==' }, { digest: 'b'.repeat(64) }],
    });
  });

  it('does not take a short answer to a bulk report for a whole one', async () => {
    const { client } = await platform((response) => response.end(''));
    const report = { documentId: 'd', agency: 'ubnd', status: '01' };
    await expect(client.reportStatuses([report])).rejects.toThrow(UnreadableAnswer);
  });

  it('reads the inbox of all agencies from a cursor on', async () => {
    const entry = {
      cursor: 'c1',
      sequence: 3,
      kind: 'document',
      revision: 1,
      description: '',
      toldAt: '2020-03-02T08:00:00+07:00',
      documentId: 'd',
      headerDocumentId: 'h',
      recipient: 'ubnd',
      recipientCode: '000.00.00.H39',
      sender: 'vpcp',
      senderCode: '000.00.00.G22',
      senderName: 'VPCP',
      code: '1/CV',
      typeName: 'Công văn',
      subject: 's',
      priority: 0,
      at: '2020-03-02T08:00:00+07:00',
      attachments: [],
    };
    const { client, heard } = await platform(json(200, { entries: [entry], cursor: 'c1' }));
    const page = await client.inbox({ after: 'c0', limit: 5, wait: 2, agencies: ['a', 'b'] });
    expect(page).toMatchObject({ entries: [{ documentId: 'd', at: AT }], cursor: 'c1' });
    expect(heard[0]?.url).toBe('/v1/inbox?wait=2&after=c0&limit=5&agency=a&agency=b');
  });

  it('refuses an answer that breaks the interface, a time without a zone too', async () => {
    const { client } = await platform(json(200, { entries: [{ at: '2020-03-02' }], cursor: 'c' }));
    await expect(client.inbox()).rejects.toThrow(UnreadableAnswer);
  });

  it('ends a long-poll when its signal says so', async () => {
    const { url } = await platform(() => undefined);
    const stop = new AbortController();
    const client = new PlatformClient({ url, key: 'k', signal: stop.signal });
    const polling = client.inbox({ wait: 30 });
    stop.abort();
    await expect(polling).rejects.toHaveProperty('name', 'AbortError');
  });
});
