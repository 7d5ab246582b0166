import { streamOf, tenantSubjects } from '@lienthong/contracts';
import { type NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { objectsBucket, objectsStream } from './keeping/buckets.js';
import { type Difference } from './event-store.errors.js';

export const MINIMUM_SERVER = '2.15';

/** All that matters of a stream's configuration. What the server says of others has to be empty. */
export const logConfiguration = (tenant: string) =>
  ({
    name: streamOf(tenant),
    subjects: [tenantSubjects(tenant)],
    retention: 'limits',
    storage: 'file',
    discard: 'old',
    num_replicas: 1,
    max_consumers: -1,
    max_msgs: -1,
    max_msgs_per_subject: -1,
    max_bytes: -1,
    max_age: 0,
    max_msg_size: -1,
    deny_delete: true,
    deny_purge: true,
    allow_atomic: true,
    allow_direct: true,
  }) as const;

/** As the object store's own library makes it, and atomic batches beside. What no event names can be purged. */
export const objectsConfiguration = (tenant: string) =>
  ({
    ...logConfiguration(tenant),
    name: objectsStream(tenant),
    subjects: ['C', 'M'].map((kind) => `$O.${objectsBucket(tenant)}.${kind}.>`),
    discard: 'new',
    allow_rollup_hdrs: true,
    deny_delete: false,
    deny_purge: false,
  }) as const;

/** Set by the server, without a meaning for the log. */
const IGNORED: ReadonlySet<string> = new Set([
  'metadata',
  'duplicate_window',
  'consumer_limits',
  'compression',
  'placement',
]);

/** Every setting of the log's stream that is not as it must be. */
export const streamDifferences = (
  wanted: Readonly<Record<string, unknown>> & { readonly name: string },
  found: Readonly<Record<string, unknown>>,
): readonly Difference[] => {
  const settings = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  return [...settings]
    .filter((setting) => !IGNORED.has(setting))
    .map((setting) => ({
      setting: `${wanted.name}.${setting}`,
      wanted: shown(wanted[setting]),
      found: shown(found[setting]),
    }))
    .filter((difference) => difference.wanted !== difference.found);
};

/** A setting that is off is often not said at all. */
const shown = (value: unknown): string =>
  value === undefined || value === false || value === 'default' || value === ''
    ? 'not set'
    : JSON.stringify(value);

export const versionDifferences = (version: string): readonly Difference[] => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = MINIMUM_SERVER.split('.').map(Number);
  const isEnough = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
  return isEnough
    ? []
    : [{ setting: 'server version', wanted: `${MINIMUM_SERVER} or later`, found: version }];
};

const JETSTREAM_STATE = '$SYS.REQ.SERVER.PING.JSZ';
const ANSWER_WITHIN_MS = 2_000;

const jetStreamState = z.object({
  data: z.object({ config: z.object({ sync_always: z.boolean().optional() }) }),
});

/**
 * An acknowledged event has to be on the disk.
 *
 * Only the system account knows; it shares this one answer with the account of the log (a service export).
 */
export const syncDifferences = async (
  connection: NatsConnection,
): Promise<readonly Difference[]> => {
  const found = await syncInterval(connection);
  return found === 'always' ? [] : [{ setting: 'sync_interval', wanted: 'always', found }];
};

const syncInterval = async (connection: NatsConnection): Promise<string> => {
  try {
    const answer = await connection.request(JETSTREAM_STATE, '{}', { timeout: ANSWER_WITHIN_MS });
    const { data } = jetStreamState.parse(answer.json());
    return data.config.sync_always === true ? 'always' : 'not always';
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `not known (${JETSTREAM_STATE}: ${reason})`;
  }
};
