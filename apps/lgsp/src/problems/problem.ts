import { type FieldFault } from '../http/http.errors.js';

/** RFC 9457, with the words that officials read first in Vietnamese and then in English. */
export interface Problem {
  /** `/problems/<code>`, where the problem is explained. */
  readonly type: string;
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly titleEn: string;
  /** What is wrong here, where, and what to do. */
  readonly detail: string;
  readonly detailEn: string;
  readonly errors?: readonly FieldFault[];
  /** 1-based, in the packet that was sent. */
  readonly line?: number;
  readonly column?: number;
  /** Seconds after which the same request may succeed. */
  readonly retryAfterSeconds?: number;
}

export interface Words {
  readonly vi: string;
  readonly en: string;
}

export interface ProblemType {
  readonly code: string;
  readonly status: number;
  readonly title: Words;
  /** What to do about it. */
  readonly advice: Words;
}

export const problemUri = (code: string): string => `/problems/${code}`;

export type ErrorClass = abstract new (...args: never[]) => Error;

export type CatalogueEntry = readonly [ErrorClass, ProblemType];

export const words = (vi: string, en: string): Words => ({ vi, en });

export const problemType = (
  code: string,
  status: number,
  title: Words,
  advice: Words,
): ProblemType => ({ code, status, title, advice });
