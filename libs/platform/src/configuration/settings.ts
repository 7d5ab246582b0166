import { z } from 'zod';
import { type ClockSetting, clockSetting } from './clock-setting.js';
import { LOG_LEVELS } from './log-levels.js';
import { type RateSetting, rateSetting } from './rate-setting.js';

const TOKEN = /^[A-Za-z0-9_-]{1,64}$/;
const HEX_256 = /^[0-9a-f]{64}$/;
const LAST_PORT = 65_535;

const token = z.string().regex(TOKEN, 'expected 1 to 64 letters, digits, "_" or "-"');
const port = z.coerce.number().int().min(1).max(LAST_PORT);
const path = z.string().min(1);
const httpUrl = z.url({ protocol: /^https?$/, error: 'expected http://host:port' });
const natsUrl = z.url({ protocol: /^(nats|tls)$/, error: 'expected nats://host:port' });
const redisUrl = z.url({ protocol: /^rediss?$/, error: 'expected redis://host:port' });
const yesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true');

/** What `read` makes of a text; its RangeError says what is wrong with it. */
const readBy = <T>(read: (text: string) => T) =>
  z.string().transform((text, context): T => {
    try {
      return read(text);
    } catch (error) {
      context.addIssue(error instanceof RangeError ? error.message : String(error));
      return z.NEVER;
    }
  });

const clock = readBy<ClockSetting>(clockSetting);

/** Every setting of every process, and what it must look like. An app takes the part that it needs. */
export const settings = z.object({
  LIENTHONG_TENANT: token,
  /** Names the process to the log's lease; a restart of the same name takes the lease over at once. */
  LIENTHONG_INSTANCE: token,
  LIENTHONG_NATS_URL: natsUrl,
  LIENTHONG_NATS_USER: token.optional(),
  LIENTHONG_NATS_PASSWORD: z.string().min(1).optional(),
  /** JSON, `{ user: password }`: those of the NATS server at LIENTHONG_NATS_URL, for `up`. */
  LIENTHONG_NATS_PASSWORDS_FILE: path,
  LIENTHONG_REDIS_URL: redisUrl,
  LIENTHONG_HTTP_PORT: port,
  LIENTHONG_CONTROL_PORT: port,
  LIENTHONG_CLOCK: clock.default({ kind: 'system' }),
  LIENTHONG_DURABILITY: z.enum(['always', 'relaxed']).default('always'),
  /** `true` on an installation's first start alone: a log that is missing later is a loss, not a beginning. */
  LIENTHONG_CREATE_LOG: yesOrNo.default(false),
  /** SHA-256 of the operator's key, hexadecimal. */
  LIENTHONG_OPERATOR_KEY_DIGEST: z
    .string()
    .regex(HEX_256, 'expected 64 lower-case hexadecimal digits'),
  /** That each system may send: `200`, or `200,qlvb-ubnd=500` where some differ. */
  LIENTHONG_REQUESTS_PER_SECOND: readBy<RateSetting>(rateSetting).optional(),
  LIENTHONG_AXIS_URL: httpUrl.optional(),
  LIENTHONG_AXIS_SYSTEM_ID: z.string().min(1).optional(),
  LIENTHONG_AXIS_SECRET: z.string().min(1).optional(),
  LIENTHONG_AXIS_POLL_MS: z.coerce.number().int().positive().default(1_000),
  LIENTHONG_KEYS_FILE: path,
  /** PEM: the authorities whose certificates the door believes. Absent: nobody's. */
  LIENTHONG_TRUST_FILE: path.optional(),
  /** JSON with certificates and private keys by agency: what the e-office systems sign with. Absent: nothing is signed. */
  LIENTHONG_CREDENTIALS_FILE: path.optional(),
  LIENTHONG_PROVINCE_FILE: path,
  LIENTHONG_MEMBERS_FILE: path,
  LIENTHONG_SEED: z.string().min(1).default('1'),
  LIENTHONG_DATA_DIR: path,
  LIENTHONG_PLATFORM_URL: httpUrl,
  LIENTHONG_LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  /** The programs to start, where they are not on the PATH; read by the search for servers. */
  LIENTHONG_NATS_SERVER: path.optional(),
  LIENTHONG_REDIS_SERVER: path.optional(),
});

export type Settings = z.infer<typeof settings>;
