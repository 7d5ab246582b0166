import { z } from 'zod';
import { type Answer } from '../http/ask.js';
import { textOf } from '../http/decode.js';

const TRANSIENT_4XX = new Set([408, 425, 429]);

export const problemSchema = z.looseObject({
  type: z.string(),
  code: z.string(),
  status: z.int(),
  title: z.string().optional(),
  detail: z.string().optional(),
});

/** A problem document (RFC 9457) with all of its members. */
export type Problem = z.infer<typeof problemSchema>;

/** The platform refused, or said that it cannot now. */
export class PlatformProblem extends Error {
  /** The problem's own name, `recipient-unknown`; `http-<status>` where the answer was no problem document. */
  readonly code: string;
  readonly status: number;

  /** @param retryAfterMs how long the platform asked to be left alone */
  constructor(
    readonly problem: Problem,
    readonly retryAfterMs = 0,
  ) {
    super(`${problem.code}: ${problem.detail ?? problem.title ?? 'no detail'}`);
    this.name = 'PlatformProblem';
    this.code = problem.code;
    this.status = problem.status;
  }

  /** The same request will be refused again. */
  get isFinal(): boolean {
    return this.status < 500 && !TRANSIENT_4XX.has(this.status);
  }
}

/** The refusal that an answer is. */
export const problemOf = (answer: Answer): PlatformProblem =>
  new PlatformProblem(
    readProblem(answer.status, textOf(answer.body)),
    retryAfterMs(answer.headers['retry-after']),
  );

const text = z.string().optional().catch(undefined);

const named = z.looseObject({ code: z.string(), type: text, title: text, detail: text });

/** As the mocks' framework puts a refusal that has no name. */
const unnamed = z.object({ message: z.union([z.string(), z.array(z.string())]) });

/** The problem that an answer of this status tells, whatever it is: of one without a name, what can be read of it. */
export const readProblem = (status: number, body: string): Problem => {
  const json = parsed(body);
  const read = named.safeParse(json);
  if (read.success) {
    const { code, type = `/problems/${code}` } = read.data;
    return { ...read.data, type, status };
  }
  const blank = { type: 'about:blank', code: `http-${String(status)}`, status };
  const said = unnamed.safeParse(json);
  return said.success ? { ...blank, detail: [said.data.message].flat().join('; ') } : blank;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Seconds, or a date (RFC 9110, 10.2.3). */
const retryAfterMs = (header: string | undefined): number => {
  if (header === undefined) return 0;
  const wait = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isNaN(wait) ? 0 : Math.max(0, wait);
};
