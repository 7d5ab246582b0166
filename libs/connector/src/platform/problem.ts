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

export const problemOf = (answer: Answer): PlatformProblem =>
  new PlatformProblem(problemIn(answer), retryAfterMs(answer.headers['retry-after']));

const problemIn = ({ status, body }: Answer): Problem => {
  const read = problemSchema.safeParse(parsed(textOf(body)));
  if (read.success) return { ...read.data, status };
  return { type: 'about:blank', code: `http-${String(status)}`, status };
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
