/** The far side did not answer: refused, cut off, or too slow. Whether the request had an effect is unknown. */
export class NoAnswer extends Error {
  constructor(url: string, options?: ErrorOptions) {
    super(`no answer from ${new URL(url).origin}`, options);
    this.name = 'NoAnswer';
  }
}

export interface Question {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer> | Blob | FormData;
  readonly timeoutMs: number;
  /** Gives the question up; what `ask` then throws is the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/**
 * One HTTP exchange, read to its end.
 *
 * @throws {NoAnswer}
 */
export const ask = async (question: Question): Promise<Answer> => {
  const { method, url, headers, body, timeoutMs, signal } = question;
  signal?.throwIfAborted();
  const given = new AbortController();
  const giveUp = (): void => {
    given.abort(signal?.reason);
  };
  const timer = setTimeout(giveUp, timeoutMs);
  signal?.addEventListener('abort', giveUp);
  try {
    const init = { method, headers, redirect: 'error', signal: given.signal } as const;
    const response = await fetch(url, body === undefined ? init : { ...init, body });
    const read = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, body: read };
  } catch (error) {
    signal?.throwIfAborted();
    throw new NoAnswer(url, { cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
};
