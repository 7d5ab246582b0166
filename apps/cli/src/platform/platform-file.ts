import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { CliFailure } from '../output/failure.js';
import { type Layout } from './layout.js';

const identity = z.object({ pid: z.int().positive(), startTime: z.string() });

/** The processes of the embedded platform in the order in which they start. */
export const SERVICES = [
  'nats-server',
  'redis',
  'national',
  'lgsp',
  'projection',
  'eoffice',
] as const;

export type ServiceName = (typeof SERVICES)[number];

const addresses = z.object({
  platform: z.url(),
  projection: z.url(),
  supervisor: z.url(),
  national: z.url(),
  /** Absent where the axis belongs to another platform: what lies behind it is not for this one to steer. */
  nationalControl: z.url().optional(),
  eofficeControl: z.url(),
  nats: z.url(),
  redis: z.url(),
});

const schema = z.object({
  supervisor: identity,
  state: z.enum(['starting', 'healthy', 'stopping']),
  tenant: z.string(),
  clock: z.string(),
  /** What the mocks and the test authority draw from. */
  seed: z.string(),
  durability: z.enum(['always', 'relaxed']),
  /** The file of the province. */
  province: z.string(),
  addresses,
  services: z.array(identity.extend({ name: z.enum(SERVICES), restarts: z.int().nonnegative() })),
});

/** Where the processes of a platform answer. */
export type Addresses = Readonly<z.infer<typeof addresses>>;

/** What the supervisor tells whoever comes later: itself, its children, their addresses. */
export type PlatformRecord = z.infer<typeof schema>;

export const writePlatformFile = ({ platformFile }: Layout, record: PlatformRecord): void => {
  const temporary = `${platformFile}.${String(process.pid)}`;
  writeFileSync(temporary, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(temporary, platformFile);
};

/**
 * Nothing when no platform was started in this folder, or it was stopped; nor when the file cannot be read, which a
 * power cut may lead to: nothing runs after one.
 */
export const readPlatformFile = ({ platformFile }: Layout): PlatformRecord | undefined => {
  try {
    return schema.parse(JSON.parse(readFileSync(platformFile, 'utf8')));
  } catch {
    return undefined;
  }
};

export const removePlatformFile = ({ platformFile }: Layout): void => {
  rmSync(platformFile, { force: true });
};

/** @throws {CliFailure} when none was started in this folder */
export const knownPlatform = (layout: Layout): PlatformRecord => {
  const record = readPlatformFile(layout);
  if (record !== undefined) return record;
  throw new CliFailure('unavailable', {
    vi: `Chưa có nền tảng nào chạy trong ${layout.root}; chạy \`./lienthong up\`.`,
    en: `No platform runs in ${layout.root}; run \`./lienthong up\`.`,
  });
};
