import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Layout } from '../platform/layout.js';
import { type PlatformRecord } from '../platform/platform-file.js';
import { requestJson } from '../platform/request.js';
import { AXIS_TENANT } from '../up/settings.js';
import { type Check, check } from './check.js';

const jetstream = z.looseObject({
  config: z.looseObject({ sync_always: z.boolean().optional() }),
  account_details: z
    .array(
      z.looseObject({
        stream_detail: z
          .array(z.looseObject({ name: z.string(), config: z.looseObject({}).optional() }))
          .optional(),
      }),
    )
    .optional(),
});

/** What a log's stream must be, so that nothing in it can be lost or taken away. */
const WANTED = {
  deny_delete: true,
  deny_purge: true,
  allow_atomic: true,
  storage: 'file',
} as const;

/** What the server itself says of its durability and of the streams. Nothing where it is somebody else's server. */
export const natsChecks = async (
  layout: Layout,
  record: PlatformRecord,
): Promise<readonly Check[]> => {
  const monitor = await monitorOf(layout);
  if (monitor === undefined) return [];
  const url = `${monitor}/jsz?streams=1&config=1&accounts=1`;
  const answer = await requestJson(jetstream, url).catch(() => undefined);
  if (answer === undefined) return [check('nats-monitor', false, url, 'restart the platform')];
  const streams = (answer.account_details ?? []).flatMap((account) => account.stream_detail ?? []);
  return [
    syncAlways(answer.config.sync_always === true, record.durability),
    ...tenantsOf(record).map((tenant) =>
      streamCheck(`LT_${tenant}`, streams.find(({ name }) => name === `LT_${tenant}`)?.config),
    ),
  ];
};

const tenantsOf = ({ tenant, addresses }: PlatformRecord): readonly string[] =>
  addresses.nationalControl === undefined ? [tenant] : [tenant, AXIS_TENANT];

const monitorOf = async ({ natsConfiguration }: Layout): Promise<string | undefined> => {
  const text = await readFile(natsConfiguration, 'utf8').catch(() => '');
  const address = /^http: "(.+)"$/m.exec(text)?.[1];
  return address === undefined ? undefined : `http://${address}`;
};

const syncAlways = (on: boolean, durability: 'always' | 'relaxed'): Check =>
  check('sync_always', on, `durability ${durability}`, 'start without --durability relaxed');

const streamCheck = (name: string, config: Record<string, unknown> | undefined): Check => {
  if (config === undefined) return check(name, false, 'no such stream', 'restore the log');
  const wrong = Object.entries(WANTED).filter(([field, wanted]) => config[field] !== wanted);
  const detail = wrong.length === 0 ? 'as it must be' : wrong.map(([field]) => field).join(', ');
  return check(name, wrong.length === 0, detail, 'set these fields of the stream as they must be');
};
