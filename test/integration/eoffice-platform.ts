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
  description: z.string(),
  at: z.string(),
});

type Letter = z.infer<typeof letter> & {
  readonly digest: string;
  readonly at: string;
  readonly bytes: Buffer;
  /** The header of its signatures. */
  readonly signatures: string | undefined;
};

/** How the platform behaves for the next request; `undefined` when as usual. */
export type Whim = (request: IncomingMessage) => 'busy' | 'cut-after' | 'wrong-key' | undefined;

const UNKNOWN_RECIPIENT = '000.00.99.H99';

/** The name of the problem of a request, and its status. */
type Refused = readonly [status: number, code: string];

/** An entry of an inbox, or of what became of documents, with the agency that it is for. */
interface Entry {
  readonly cursor: string;
  readonly sequence: number;
  readonly for: string;
}

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
  /** Lives in real time: nobody else may name the time of a document. */
  realTime = false;
  private readonly inboxes: Entry[] = [];
  private readonly notices: Entry[] = [];
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
      problem(response, [503, 'busy']);
      return;
    }
    if (whim === 'wrong-key') {
      problem(response, [401, 'key-unknown']);
      return;
    }
    const url = new URL(request.url ?? '', this.url);
    // The client hangs up when its process ends.
    const gone = new Promise<void>((resolve) => response.once('close', resolve));
    const answered = await this.route(url, request, body, gone);
    if (whim === 'cut-after') response.destroy();
    else if (typeof answered === 'string') response.writeHead(200).end(answered);
    else problem(response, answered);
  }

  private async route(
    url: URL,
    request: IncomingMessage,
    body: Buffer,
    gone: Promise<void>,
  ): Promise<string | Refused> {
    if (url.pathname === '/v1/documents') return this.accept(request, body);
    const feed = url.pathname === '/v1/inbox' ? this.inboxes : this.notices;
    if (request.method === 'GET') return this.page(feed, url.searchParams, systemOf(request), gone);
    return this.report(body.toString());
  }

  private accept(request: IncomingMessage, body: Buffer): string | Refused {
    const named = request.headers['lienthong-time'];
    if (this.realTime && named !== undefined) return [422, 'time-not-allowed'];
    const at = this.realTime ? new Date().toISOString() : String(named);
    const signatures = request.headers['lienthong-signature']?.toString();
    const content = letterIn(String(request.headers['content-type']), body);
    const read = { ...content, at, bytes: body, signatures };
    if (read.to.some(({ code }) => code === UNKNOWN_RECIPIENT)) return [422, 'recipient-unknown'];
    const id = deriveId(read.from, read.documentId);
    const known = this.documents.get(id);
    if (known === undefined) this.deliver(id, read);
    else if (!this.isSame(known, read)) this.differing.push(read.documentId);
    return JSON.stringify({ documentId: id, sequence: this.documents.size, deliveries: [] });
  }

  private isSame(known: Letter, read: Letter): boolean {
    const sameTime = this.realTime || known.at === read.at;
    return sameTime && known.digest === read.digest && known.signatures === read.signatures;
  }

  private deliver(id: string, read: Letter): void {
    this.documents.set(id, read);
    for (const { code, channel } of read.to)
      if (channel !== 'paper') append(this.inboxes, code, entryOf(id, read, code));
    this.ring();
  }

  private report(lines: string): string {
    const reports = lines.split('\n').filter(Boolean);
    const answers = reports.map((line, at) => {
      const said = report.parse(JSON.parse(line));
      const text = [said.documentId, said.agency, said.status, said.at].join(' ');
      const recorded = !this.statuses.has(text);
      this.statuses.add(text);
      const sender = this.documents.get(said.documentId)?.from ?? '';
      if (recorded) append(this.notices, sender, noticeOf(said, sender));
      return { line: at + 1, ok: true, sequence: 1, recorded, late: false };
    });
    this.ring();
    return answers.map((answer) => `${JSON.stringify(answer)}\n`).join('');
  }

  private async page(
    feed: readonly Entry[],
    query: URLSearchParams,
    system: string,
    gone: Promise<void>,
  ): Promise<string> {
    const after = Number(query.get('after') ?? 0);
    const ours = new Set(this.agenciesOf(system));
    const news = (): readonly Entry[] =>
      feed.filter((entry) => entry.sequence > after && ours.has(entry.for));
    while (news().length === 0 && query.get('wait') !== '0')
      if (!(await this.nextBell(gone))) break;
    const entries = news().slice(0, Number(query.get('limit')));
    return JSON.stringify({ entries, cursor: String(entries.at(-1)?.sequence ?? after) });
  }

  private ring(): void {
    for (const ring of this.bells) ring();
  }

  /** False when the caller is gone. */
  private async nextBell(gone: Promise<void>): Promise<boolean> {
    let ring: () => void = () => undefined;
    const rung = new Promise<boolean>((resolve) => {
      ring = () => {
        resolve(true);
      };
    });
    this.bells.add(ring);
    const heard = await Promise.race([rung, gone.then(() => false)]);
    this.bells.delete(ring);
    return heard;
  }
}

const systemOf = (request: IncomingMessage): string =>
  String(request.headers.authorization).replace('Bearer key of ', '');

const letterIn = (
  contentType: string,
  body: Buffer,
): z.infer<typeof letter> & { readonly digest: string } => {
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

/** The place in the feed is the cursor. */
const append = (feed: Entry[], agency: string, content: object): void => {
  const sequence = feed.length + 1;
  feed.push({ ...content, for: agency, sequence, cursor: String(sequence) });
};

const entryOf = (documentId: string, read: Letter, code: string): object => ({
  kind: 'document',
  revision: 1,
  description: '',
  toldAt: read.at,
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

const noticeOf = (said: z.infer<typeof report>, sender: string): object => ({
  documentId: said.documentId,
  headerDocumentId: 'x',
  sender,
  recipient: said.agency,
  recipientCode: said.agency,
  statusCode: said.status,
  description: said.description,
  at: said.at,
  late: false,
});

const problem = (response: ServerResponse, [status, code]: Refused): void => {
  const body = { type: `/problems/${code}`, code, status, title: code };
  response.writeHead(status, { 'retry-after': '0' }).end(JSON.stringify(body));
};
