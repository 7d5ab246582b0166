import 'reflect-metadata';
import { createLogger, lgspConfiguration, runProcess } from '@lienthong/platform';
import { startLgsp } from './application.js';

const logger = createLogger('lgsp');

await runProcess(logger, () => {
  const configuration = lgspConfiguration();
  logger.level = configuration.logLevel;
  return startLgsp(configuration, logger);
});
