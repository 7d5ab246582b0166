import { PlatformProblem, problemNamed, type StatusOutcome } from '@lienthong/connector';
import { Refusal } from '@lienthong/kernel';
import { z } from 'zod';
import { type RefusedRecord } from '../registers/records.js';
import { NothingToChange } from './outbox.js';

const WRONG_KEY = 401;

const asJson = z.record(z.string(), z.json());

/** What will not change by sending the document again; a wrong key is mended by a person. */
export const finalRefusal = (error: unknown): Omit<RefusedRecord, 'type' | 'key'> | undefined => {
  if (error instanceof PlatformProblem) {
    const { code, problem } = error;
    const isFinal = error.isFinal && error.status !== WRONG_KEY;
    return isFinal ? { code, problem: asJson.safeParse(problem).data ?? {} } : undefined;
  }
  if (!(error instanceof Refusal || error instanceof NothingToChange)) return undefined;
  const { name: code, message } = error;
  return { code, problem: asJson.parse(problemNamed(code, message)) };
};

/** @throws {PlatformProblem} that may pass: then all of the request is sent again */
export const refusalIn = (outcome: StatusOutcome | undefined): { refused?: string } => {
  if (outcome === undefined || outcome.ok) return {};
  if (!outcome.problem.isFinal) throw outcome.problem;
  return { refused: outcome.problem.code };
};
