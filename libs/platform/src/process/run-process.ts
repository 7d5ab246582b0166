import { type Logger } from 'pino';
import { InvalidConfiguration } from '../configuration/load-configuration.js';

/** Something that was started and can be ended: a Nest application, a server. */
export interface Running {
  close(): Promise<void>;
}

const CLOSE_WITHIN_MS = 10_000;

/**
 * Runs a process until it is asked to end: SIGTERM and SIGINT close what `start` returned and exit 0.
 *
 * Exits 1 when it cannot start, with every fault of its configuration on stderr; when an error escapes; and when it
 * is not closed within 10 s.
 */
export const runProcess = async (logger: Logger, start: () => Promise<Running>): Promise<void> => {
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'an error escaped');
    process.exit(1);
  });
  try {
    const running = await start();
    logger.info('started');
    closeOnSignal(logger, running);
  } catch (error) {
    if (error instanceof InvalidConfiguration) process.stderr.write(`${error.message}\n`);
    logger.fatal({ err: error }, 'cannot start');
    process.exit(1);
  }
};

const closeOnSignal = (logger: Logger, running: Running): void => {
  const close = async (): Promise<void> => {
    setTimeout(() => {
      logger.fatal('not closed in time');
      process.exit(1);
    }, CLOSE_WITHIN_MS).unref();
    try {
      await running.close();
      logger.info('ended');
      process.exit(0);
    } catch (error) {
      logger.fatal({ err: error }, 'cannot close');
      process.exit(1);
    }
  };
  let closing: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      closing ??= close();
    });
};
