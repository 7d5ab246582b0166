import { documentProblems } from './documents.catalogue.js';
import { logProblems } from './log.catalogue.js';
import { inspectionProblems } from './inspection.catalogue.js';
import { platformProblems } from './platform.catalogue.js';
import { type ErrorClass, type ProblemType } from './problem.js';
import { requestProblems } from './requests.catalogue.js';
import { signatureProblems } from './signatures.catalogue.js';

/** Every error that may reach a caller, and the one problem type that it is told as. */
export const catalogue: ReadonlyMap<ErrorClass, ProblemType> = new Map([
  ...requestProblems,
  ...documentProblems,
  ...signatureProblems,
  ...platformProblems,
  ...logProblems,
  ...inspectionProblems,
]);
