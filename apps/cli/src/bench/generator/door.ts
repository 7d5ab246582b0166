import { Agent, request } from 'node:http';

const JSON_TYPE = 'application/json';
const NDJSON_TYPE = 'application/x-ndjson';

/** What one system asks of the platform's HTTP door. */
export interface Door {
  issue(document: string): Promise<void>;
  /** @param lines one document a line, each ended */
  issueAll(lines: string): Promise<void>;
  /** Waits some seconds for an entry where there is none, and not beyond `over`. */
  inbox(after: string | undefined, over: AbortSignal): Promise<InboxPage>;
  /** @param lines one status a line, each ended */
  report(lines: string): Promise<void>;
}

/** The part of a page that a load looks at. */
export interface InboxPage {
  readonly cursor: string;
  readonly entries: readonly {
    readonly documentId: string;
    readonly headerDocumentId: string;
    readonly recipient: string;
    readonly at: string;
  }[];
}

export interface HttpDoorOptions {
  readonly url: string;
  readonly key: string;
  /** Entries of a page at most. */
  readonly limit: number;
  readonly waitSeconds: number;
}

/**
 * Over kept-alive connections, and without the care of a real client: it shares the processors with what it measures.
 * Anything but success is an error.
 */
export class HttpDoor implements Door {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(private readonly options: HttpDoorOptions) {}

  async issue(document: string): Promise<void> {
    await this.ask({ method: 'POST', path: '/v1/documents', type: JSON_TYPE, text: document });
  }

  async issueAll(lines: string): Promise<void> {
    await this.bulk('/v1/documents', lines);
  }

  async inbox(after: string | undefined, over: AbortSignal): Promise<InboxPage> {
    const { limit, waitSeconds } = this.options;
    const cursor = after === undefined ? '' : `&after=${after}`;
    const path = `/v1/inbox?limit=${String(limit)}&wait=${String(waitSeconds)}${cursor}`;
    return pageOf(await this.ask({ method: 'GET', path, signal: over }));
  }

  async report(lines: string): Promise<void> {
    await this.bulk('/v1/statuses', lines);
  }

  private async bulk(path: string, text: string): Promise<void> {
    const answer = await this.ask({ method: 'POST', path, type: NDJSON_TYPE, text });
    if (answer.includes('"ok":false')) throw new Error(`a line was refused: ${answer}`);
  }

  private async ask(question: Question): Promise<string> {
    try {
      return await this.attempt(question, this.agent);
    } catch (error) {
      // The server had closed a connection that was idle; a repetition has no second effect.
      if (error instanceof ConnectionWasClosed) return this.attempt(question, false);
      throw error;
    }
  }

  private attempt(
    { method, path, type, text, signal }: Question,
    agent: Agent | false,
  ): Promise<string> {
    const { url, key } = this.options;
    const headers = {
      authorization: `Bearer ${key}`,
      ...(text === undefined
        ? {}
        : { 'content-type': type, 'content-length': Buffer.byteLength(text) }),
    };
    const how = { method, agent, headers, ...(signal === undefined ? {} : { signal }) };
    return new Promise((resolve, reject) => {
      const asking = request(new URL(path, url), how, (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (answer += chunk));
        response.on('error', reject);
        response.on('end', () => {
          const { statusCode = 0 } = response;
          if (statusCode < 300) resolve(answer);
          else reject(new Error(`${method} ${path}: ${String(statusCode)} ${answer}`));
        });
      });
      asking.on('error', (error: NodeJS.ErrnoException) => {
        const wasClosed = asking.reusedSocket && error.code === 'ECONNRESET';
        reject(wasClosed ? new ConnectionWasClosed() : error);
      });
      asking.end(text);
    });
  }
}

interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly type?: string;
  readonly text?: string;
  readonly signal?: AbortSignal;
}

class ConnectionWasClosed extends Error {}

const pageOf = (text: string): InboxPage => {
  const page: unknown = JSON.parse(text);
  if (isPage(page)) return page;
  throw new Error(`not a page of an inbox: ${text}`);
};

/** Only as far as a change of the interface would show: looking at each entry costs more than the rest. */
const isPage = (page: unknown): page is InboxPage =>
  typeof page === 'object' &&
  page !== null &&
  'cursor' in page &&
  typeof page.cursor === 'string' &&
  'entries' in page &&
  Array.isArray(page.entries);
