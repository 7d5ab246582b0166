import { type Answer, ask, problemOf, UnreadableAnswer } from '@lienthong/connector';
import { type z } from 'zod';

const ANSWER_WITHIN_MS = 30_000;
const FIRST_REFUSAL = 400;

export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly key?: string;
  readonly contentType?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly timeoutMs?: number;
}

/**
 * One request to a process of the platform, its answer read to its end.
 *
 * @throws {PlatformProblem} when it refuses
 * @throws {NoAnswer} when it does not answer
 */
export const request = async (url: URL | string, asked: Request = {}): Promise<Answer> => {
  const { method = 'GET', key, contentType, body, timeoutMs = ANSWER_WITHIN_MS } = asked;
  const headers = {
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(contentType === undefined ? {} : { 'content-type': contentType }),
  };
  const answer = await ask({ method, url: String(url), headers, body, timeoutMs });
  if (answer.status >= FIRST_REFUSAL) throw problemOf(answer);
  return answer;
};

/** The decoded JSON of the answer. */
export const requestJson = async <T>(
  schema: z.ZodType<T>,
  url: URL | string,
  asked: Request = {},
): Promise<T> => {
  const decoded = schema.safeParse(jsonIn(textIn(await request(url, asked))));
  if (decoded.success) return decoded.data;
  throw new UnreadableAnswer(String(url), { cause: decoded.error });
};

/** The answer as it is. */
export const requestText = async (url: URL | string, asked: Request = {}): Promise<string> =>
  textIn(await request(url, asked));

const textIn = ({ body }: Answer): string => Buffer.from(body).toString();

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
