import { type LgspConfiguration, nestLogger, type Running } from '@lienthong/platform';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import { Addresses } from './http/addresses.js';
import { openApi } from './http/open-api.js';
import { LgspModule } from './lgsp.module.js';
import { LogStrategy } from './log/log.strategy.js';
import { type Log } from './log/logger.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { RequestJournal } from './requests/request-journal.js';
import { Processes } from './processes/processes.js';

const HOST = '127.0.0.1';

/** The platform, listening. */
export const startLgsp = async (
  configuration: LgspConfiguration,
  logger: Log,
): Promise<Running> => {
  const application = await NestFactory.create<NestExpressApplication>(
    LgspModule.of(configuration),
    { logger: nestLogger(logger), bodyParser: false, forceCloseConnections: true },
  );
  application.disable('x-powered-by');
  // A digest of each answer, for caches that nobody has; an attachment has its own.
  application.disable('etag');
  application.use(application.get(RequestJournal).watch);
  const addresses = new Addresses(() => openApi(application));
  application.useGlobalFilters(new ProblemFilter(logger, addresses));
  SwaggerModule.setup('docs', application, () => openApi(application), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Liên Thông',
  });
  await application.init();
  application.connectMicroservice({ strategy: application.get(LogStrategy) });
  // The doors open when the directory is known.
  await application.startAllMicroservices();
  application.get(Processes).begin();
  await application.listen(configuration.httpPort, HOST);
  return application;
};
