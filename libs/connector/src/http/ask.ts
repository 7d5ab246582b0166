import * as http from 'node:http';
import * as https from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The far side did not answer: refused, cut off, or too slow. Whether the request had an effect is unknown. */
export class NoAnswer extends Error {
  constructor(url: string, options?: ErrorOptions) {
    super(`no answer from ${new URL(url).origin}`, options);
    this.name = 'NoAnswer';
  }
}

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Blob | undefined;
  readonly timeoutMs: number;
  /** Gives the question up; what `ask` then throws is the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * Connections are kept, and given up a second before the server says that it will; for that to be heard, the agent has to
 * have a limit of its own, in milliseconds. `fetch` costs five times the processor time.
 */
const KEPT = { keepAlive: true, timeout: 60_000 };
const PLAIN = { request: http.request, agent: new http.Agent(KEPT) };
const SECURE = { request: https.request, agent: new https.Agent(KEPT) };

/**
 * One HTTP exchange, read to its end.
 *
 * @throws {NoAnswer} also where the far side sends us elsewhere: that is not what was asked
 * @throws {TypeError} when the address or a header is none
 */
export const ask = async (question: Question): Promise<Answer> => {
  const { url, timeoutMs, signal } = question;
  signal?.throwIfAborted();
  const asking = begin(question);
  const giveUp = (): void => {
    asking.destroy(new Error('given up'));
  };
  const timer = setTimeout(giveUp, timeoutMs);
  signal?.addEventListener('abort', giveUp);
  try {
    const answering = answerTo(asking);
    const [answer] = await Promise.all([answering, send(question.body, asking, answering)]);
    if (isRedirection(answer)) throw new Error(`HTTP ${String(answer.status)}`);
    return answer;
  } catch (error) {
    signal?.throwIfAborted();
    throw new NoAnswer(url, { cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
};

/** @throws {TypeError} when the address or a header is none */
const begin = ({ method, url, headers, body }: Question): http.ClientRequest => {
  const target = new URL(url);
  const { request, agent } = target.protocol === 'https:' ? SECURE : PLAIN;
  const length = body === undefined ? {} : { 'content-length': String(sizeOf(body)) };
  return request(target, { method, headers: { ...headers, ...length }, agent });
};

const isRedirection = ({ status }: Answer): boolean => status >= 300 && status < 400;

const sizeOf = (body: string | Uint8Array | Blob): number => {
  if (body instanceof Blob) return body.size;
  return typeof body === 'string' ? Buffer.byteLength(body) : body.length;
};

const answerTo = (asking: http.ClientRequest): Promise<Answer> =>
  new Promise((resolve, reject) => {
    asking.once('response', (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.once('error', reject);
      response.once('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, body: Buffer.concat(pieces) });
        // Who answers before he has heard all will not hear the rest.
        if (!asking.writableFinished) asking.destroy();
      });
    });
    asking.on('error', reject);
  });

/** What cannot be sent any more does not matter once there is an answer. */
const send = async (
  body: Question['body'],
  asking: http.ClientRequest,
  answer: Promise<unknown>,
): Promise<void> => {
  if (!(body instanceof Blob)) {
    asking.end(body);
    return;
  }
  await pipeline(Readable.fromWeb(body.stream()), asking).catch(() => answer);
};
