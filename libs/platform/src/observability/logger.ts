import { type LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { type LogLevel } from '../configuration/log-levels.js';

/** Fields by which personal data or keys would get into a log; their values are never written. */
const NEVER_WRITTEN = ['authorization', 'key', 'secret', 'password', 'personal', 'signer', 'staff'];

/**
 * One JSON object a line on stdout, with the time, the level and the name of the process.
 *
 * Log what happened and its ids, never who a person is: names, contacts and document contents stay out.
 */
export const createLogger = (app: string, level: LogLevel = 'info'): Logger =>
  pino({
    level,
    base: { app },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: NEVER_WRITTEN.flatMap((name) => [name, `*.${name}`]), censor: '…' },
  });

/** Nest's own messages, through the same logger. Its chatter at start is debugging; warnings and errors stay. */
export const nestLogger = (logger: Logger): LoggerService => ({
  log: (message, ...rest) => {
    logger.debug(details(rest), String(message));
  },
  warn: (message, ...rest) => {
    logger.warn(details(rest), String(message));
  },
  error: (message, ...rest) => {
    logger.error(details(rest), String(message));
  },
  fatal: (message, ...rest) => {
    logger.fatal(details(rest), String(message));
  },
});

/** Nest passes its context last, and before it a stack or anything else. */
const details = (rest: readonly unknown[]): object => {
  const context = rest.at(-1);
  const stack = rest.length > 1 ? rest[0] : undefined;
  return { context, ...(stack === undefined ? {} : { stack }) };
};
