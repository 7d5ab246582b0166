import 'reflect-metadata';
import { createLogger, projectionConfiguration, runProcess } from '@lienthong/platform';
import { startProjection } from './application.js';

const logger = createLogger('projection');

await runProcess(logger, () => {
  const configuration = projectionConfiguration();
  logger.level = configuration.logLevel;
  return startProjection(configuration, logger);
});
