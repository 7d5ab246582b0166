import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { canonicalPacketDigest, readPacket } from '@lienthong/edxml';
import { deriveId, sha256 } from '@lienthong/kernel';
import { z } from 'zod';

const letter = z.object({
  from: z.string(),
  documentId: z.string(),
  subject: z.string(),
  to: z.array(z.object({ code: z.string(), channel: z.string() })),
});

const report = z.object({
  documentId: z.string(),
  agency: z.string(),
  status: z.string(),
  at: z.string(),
});

type Letter = z.infer<typeof letter> & { readonly digest: string; readonly at: string };

/** How the platform behaves for the next request; `undefined` when as usual. */
export type Whim = (request: IncomingMessage) => 'busy' | 'cut-after' | undefined;

const UNKNOWN_RECIPIENT = '000.00.99.H99';

/**
 * As much of the platform as an e-office system sees: it keeps documents by sender and DocumentId, inboxes by code,
 * statuses by content, and forgets nothing. A system's key is `key of <id>`.
 */
export class StandInPlatform {
  /** By sender and DocumentId. */
  readonly documents = new Map<string, Letter>();
  /** Every status once, however often it came. */
  readonly statuses = new Set<string>();
  /** Documents that came again with other content. */
  readonly differing: string[] = [];
  requests = 0;
  whim: Whim = () => undefined;
  private readonly inboxes = new Map<string, object[]>();
  private readonly bells = new Set<() => void>();

  private constructor(
    private readonly server: Server,
    private readonly agenciesOf: (system: string) => readonly string[],
  ) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void this.answer(request, response);
    });
  }

  /** @param agenciesOf codes that a system reads for */
  static async start(agenciesOf: (system: string) => readonly string[]): Promise<StandInPlatform> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return new StandInPlatform(server, agenciesOf);
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  stop(): void {
    this.server.close().closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests += 1;
    const body = await buffer(request);
    const whim = this.whim(request);
    if (whim === 'busy') {
      problem(response, 503, 'busy');
      return;
    }
    const url = new URL(request.url ?? '', this.url);
    // The client hangs up when its process ends.
    const gone = new Promise<void>((resolve) => response.once('close', resolve));
    const answered = await this.route(url, request, body, gone);
    if (whim === 'cut-after') response.destroy();
    else if (answered === undefined) problem(response, 422, 'recipient-unknown');
    else response.writeHead(200).end(answered);
  }

  private async route(
    url: URL,
    request: IncomingMessage,
    body: Buffer,
    gone: Promise<void>,
  ): Promise<string | undefined> {
    if (url.pathname === '/v1/documents') return this.accept(request, body);
    if (url.pathname === '/v1/statuses') return this.report(body.toString());
    return this.inbox(url.searchParams, systemOf(request), gone);
  }

  private accept(request: IncomingMessage, body: Buffer): string | undefined {
    const at = String(request.headers['lienthong-time']);
    const read = { ...letterIn(String(request.headers['content-type']), body), at };
    if (read.to.some(({ code }) => code === UNKNOWN_RECIPIENT)) return undefined;
    const id = deriveId(read.from, read.documentId);
    const known = this.documents.get(id);
    if (known === undefined) this.deliver(id, read);
    else if (known.digest !== read.digest || known.at !== at) this.differing.push(read.documentId);
    return JSON.stringify({ documentId: id, sequence: this.documents.size, deliveries: [] });
  }

  private deliver(id: string, read: Letter): void {
    this.documents.set(id, read);
    for (const { code, channel } of read.to) {
      if (channel === 'paper') continue;
      const inbox = this.inboxes.get(code) ?? [];
      this.inboxes.set(code, [...inbox, entryOf(id, read, code, this.documents.size)]);
    }
    for (const ring of this.bells) ring();
  }

  private report(lines: string): string {
    const reports = lines.split('\n').filter(Boolean);
    return reports
      .map((line, at) => {
        const { documentId, agency, status, at: time } = report.parse(JSON.parse(line));
        const text = [documentId, agency, status, time].join(' ');
        const recorded = !this.statuses.has(text);
        this.statuses.add(text);
        return `${JSON.stringify({ line: at + 1, ok: true, sequence: 1, recorded, late: false })}\n`;
      })
      .join('');
  }

  private async inbox(
    query: URLSearchParams,
    system: string,
    gone: Promise<void>,
  ): Promise<string> {
    const after = Number(query.get('after') ?? 0);
    const all = (): readonly object[] =>
      this.agenciesOf(system)
        .flatMap((code) => this.inboxes.get(code) ?? [])
        .filter((entry) => cursorOf(entry) > after)
        .sort((a, b) => cursorOf(a) - cursorOf(b));
    if (all().length === 0 && query.get('wait') !== '0') await this.nextBell(gone);
    const entries = all();
    const last = entries.at(-1);
    return JSON.stringify({ entries, cursor: String(last === undefined ? after : cursorOf(last)) });
  }

  private async nextBell(gone: Promise<void>): Promise<void> {
    let ring: () => void = () => undefined;
    const rung = new Promise<void>((resolve) => {
      ring = resolve;
    });
    this.bells.add(ring);
    await Promise.race([rung, gone]);
    this.bells.delete(ring);
  }
}

const systemOf = (request: IncomingMessage): string =>
  String(request.headers.authorization).replace('Bearer key of ', '');

const letterIn = (contentType: string, body: Buffer): Omit<Letter, 'at'> => {
  const digest = sha256(body);
  if (contentType === 'application/json')
    return { ...letter.parse(JSON.parse(body.toString())), digest };
  const packet = readPacket(body);
  if (packet.kind !== 'document') throw new Error('a status packet');
  const { from, documentId, subject, to } = packet;
  const recipients = to.map(({ organId }) => ({ code: organId, channel: 'electronic' }));
  return {
    from: from.organId,
    documentId,
    subject,
    to: recipients,
    digest: canonicalPacketDigest(packet),
  };
};

/** One document is one sequence; the cursor is the sequence. */
const entryOf = (documentId: string, read: Letter, code: string, sequence: number): object => ({
  cursor: String(sequence),
  sequence,
  documentId,
  headerDocumentId: read.documentId,
  recipient: code,
  recipientCode: code,
  sender: read.from,
  senderCode: read.from,
  senderName: 'x',
  code: '1/CV',
  typeName: 'Công văn',
  subject: read.subject,
  priority: 0,
  at: read.at,
  attachments: [],
});

const cursorOf = (entry: object): number =>
  'sequence' in entry && typeof entry.sequence === 'number' ? entry.sequence : 0;

const problem = (response: ServerResponse, status: number, code: string): void => {
  const body = { type: `/problems/${code}`, code, status, title: code };
  response.writeHead(status, { 'retry-after': '0' }).end(JSON.stringify(body));
};
