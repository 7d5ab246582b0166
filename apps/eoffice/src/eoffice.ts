import 'reflect-metadata';
import { setMaxListeners } from 'node:events';
import { readFile } from 'node:fs/promises';
import { PlatformClient, SHORT_PATIENCE } from '@lienthong/connector';
import { systemClock } from '@lienthong/kernel';
import { type EofficeConfiguration, nestLogger, type Running } from '@lienthong/platform';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type Logger } from 'pino';
import { z } from 'zod';
import { ControlModule } from './control/control.module.js';
import { readDesks } from './office/desk.js';
import { EofficeSystem } from './office/eoffice-system.js';
import { EofficeSystems } from './office/eoffice-systems.js';
import { gateOf } from './office/gate.js';
import { Hands } from './office/hands.js';
import { PlatformTime } from './office/platform-time.js';
import { keysFor, provinceFrom } from './province/province.js';
import { readProvinceFile } from './province/province-file.js';
import { Ledger } from './registers/ledger.js';

const LOOPBACK = '127.0.0.1';
const REQUESTS_AT_ONCE = 16;

const keysSchema = z.record(z.string(), z.string());

/**
 * Every e-office system of a province in one process, steered at a loopback address.
 *
 * @throws {ProvinceNotValid} when the province file is not valid or a system has no key
 * @throws {z.ZodError} when the agencies' credentials are not what they must be
 */
export const startEoffice = async (
  configuration: EofficeConfiguration,
  logger: Logger,
): Promise<Running> => {
  const { provinceFile, keysFile, credentialsFile, dataDir, controlPort } = configuration;
  const file = await readProvinceFile(provinceFile);
  const province = provinceFrom(file);
  const keys = keysFor(province, keysSchema.parse(JSON.parse(await readFile(keysFile, 'utf8'))));
  const ledger = await Ledger.open(dataDir);
  const ending = new AbortController();
  // Every request of every system listens to it.
  setMaxListeners(0, ending.signal);
  const gate = gateOf(REQUESTS_AT_ONCE);
  const time = new PlatformTime(systemClock);
  const hands = new Hands();
  const world = {
    seed: configuration.seed,
    behaviour: file.behaviour,
    province,
    desks: await readDesks(credentialsFile),
    ledger,
    gate,
    time,
    hands,
  };
  const connection = {
    url: configuration.platformUrl,
    patience: SHORT_PATIENCE,
    signal: ending.signal,
  };
  const list = [...keys].map(
    ([id, key]) => new EofficeSystem(id, new PlatformClient({ ...connection, key }), world),
  );
  const setting = { province, ledger, hands, logger, ending };
  const systems = new EofficeSystems(list, setting);
  const app = await NestFactory.create<NestExpressApplication>(ControlModule.of(systems), {
    logger: nestLogger(logger),
    abortOnError: false,
    forceCloseConnections: true,
  });
  app.useBodyParser('json', { limit: '16mb' });
  await app.listen(controlPort, LOOPBACK);
  systems.start();
  return {
    close: async () => {
      await app.close();
      await systems.close();
    },
  };
};
