import { NoAnswer, PlatformProblem, type Problem, UnreadableAnswer } from '@lienthong/connector';
import { z } from 'zod';

const ANSWER_WITHIN_MS = 30_000;

export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly key?: string;
  readonly contentType?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly timeoutMs?: number;
}

const problem = z.looseObject({ code: z.string(), title: z.string().optional() });

/**
 * One request to a process of the platform.
 *
 * @throws {PlatformProblem} when it refuses
 * @throws {NoAnswer} when it does not answer
 */
export const request = async (url: URL | string, asked: Request = {}): Promise<Response> => {
  const { method = 'GET', key, contentType, body, timeoutMs = ANSWER_WITHIN_MS } = asked;
  const headers = {
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(contentType === undefined ? {} : { 'content-type': contentType }),
  };
  const init = { method, headers, signal: AbortSignal.timeout(timeoutMs) };
  let response: Response;
  try {
    response = await fetch(url, body === undefined ? init : { ...init, body });
  } catch (cause) {
    throw new NoAnswer(String(url), { cause });
  }
  if (!response.ok) throw new PlatformProblem(await problemIn(response));
  return response;
};

/** The decoded JSON of the answer. */
export const requestJson = async <T>(
  schema: z.ZodType<T>,
  url: URL | string,
  asked: Request = {},
): Promise<T> => {
  const response = await request(url, asked);
  const decoded = schema.safeParse(await response.json().catch(() => undefined));
  if (decoded.success) return decoded.data;
  throw new UnreadableAnswer(String(url), { cause: decoded.error });
};

/** The answer as it is. */
export const requestText = async (url: URL | string, asked: Request = {}): Promise<string> =>
  (await request(url, asked)).text();

const problemIn = async (response: Response): Promise<Problem> => {
  const { status } = response;
  const read = problem.safeParse(await response.json().catch(() => undefined));
  if (!read.success) return { type: 'about:blank', code: `http-${String(status)}`, status };
  return { type: `/problems/${read.data.code}`, ...read.data, status };
};
