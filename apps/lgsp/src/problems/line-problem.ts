import { Logger } from '@nestjs/common';
import { type Problem } from './problem.js';
import { problemOf } from './problems.js';

const logger = new Logger('lines');

/** The problem of one line among many; logs what is our own fault, since no filter sees it. */
export const problemOfLine = (error: unknown, line: number): Problem => {
  const problem = problemOf(error);
  if (problem.status === 500) logger.error({ err: error, line }, problem.code);
  return problem;
};
