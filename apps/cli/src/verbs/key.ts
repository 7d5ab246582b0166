import { systemKeyId } from '@lienthong/directory';
import { sha256 } from '@lienthong/kernel';
import { type Command, InvalidArgumentError } from 'commander';
import { CliFailure } from '../output/failure.js';
import { print, table } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { type KnownPlatform, platformIn } from '../platform/known.js';
import { readKeys, writeKeys } from '../platform/key-ring.js';
import { type Layout, layoutOf } from '../platform/layout.js';
import { type KnownKey } from '../platform/operator-answers.js';

const HOUR_MS = 3_600_000;
const DEFAULT_HOURS = 24;

interface RotateOptions extends CommonOptions {
  readonly hours: number;
}

export const addKey = (program: Command): void => {
  const key = program
    .command('key')
    .description('Khoá của các hệ thống\nThe keys of systems')
    .summary('Khoá của các hệ thống · The keys of systems');
  addList(key);
  addRotate(key);
  addRevoke(key);
};

const addList = (key: Command): void => {
  verb(key, 'ls', {
    words: { vi: 'Các khoá của một hệ thống', en: 'The keys of a system' },
    example: './lienthong key ls eoffice-so-tttt',
  })
    .argument('<system>', 'mã hệ thống · id of the system')
    .action(async (system: string, options: CommonOptions) => {
      const { output, dataDir } = contextOf(options);
      const keys = await platformIn(layoutOf(dataDir)).operator.keysOf(system);
      print(output, keys, () => keyTable(keys));
    });
};

const addRotate = (key: Command): void => {
  verb(key, 'rotate', {
    words: {
      vi: 'Thay khoá: khoá mới có hiệu lực ngay, khoá cũ còn dùng được một thời gian',
      en: 'A new key in the place of an old one, which still works for a while',
    },
    example: './lienthong key rotate eoffice-so-tttt --hours 2',
  })
    .argument('<system>', 'mã hệ thống · id of the system')
    .argument('[key]', 'khoá cũ, theo key ls · the old key, as key ls names it')
    .option('--hours <n>', 'khoá cũ còn hiệu lực · the old one lives', hoursOf, DEFAULT_HOURS)
    .action(async (system: string, named: string | undefined, options: RotateOptions) => {
      const { output, dataDir } = contextOf(options);
      const layout = layoutOf(dataDir);
      const platform = platformIn(layout);
      const keyId = named ?? (await keyInUse(system, platform, layout));
      const oldValidUntil = new Date(Date.now() + options.hours * HOUR_MS).toISOString();
      const issued = await platform.operator.rotateKey(system, { keyId, oldValidUntil });
      const held = readKeys(layout.connectedKeys);
      if (system in held) writeKeys(layout.connectedKeys, { ...held, [system]: issued.key });
      print(output, { ...issued, replaced: keyId, oldValidUntil }, () =>
        [
          `Khoá mới · New key: ${issued.key}`,
          `Khoá cũ ${keyId} hết hiệu lực · the old one ends: ${oldValidUntil}`,
        ].join('\n'),
      );
    });
};

const addRevoke = (key: Command): void => {
  verb(key, 'revoke', {
    words: {
      vi: 'Thu hồi một khoá: từ nay không mở được gì nữa',
      en: 'Revoke a key: from now on it opens nothing',
    },
    example: './lienthong key revoke eoffice-so-tttt 0123456789abcdef',
  })
    .argument('<system>', 'mã hệ thống · id of the system')
    .argument('<key>', 'khoá, theo key ls · the key, as key ls names it')
    .action(async (system: string, keyId: string, options: CommonOptions) => {
      const { output, dataDir } = contextOf(options);
      const revoked = await platformIn(layoutOf(dataDir)).operator.revokeKey(system, keyId);
      print(output, revoked, () => keyTable([revoked]));
    });
};

/** The one that is kept here, else the only one that is valid. */
const keyInUse = async (
  system: string,
  { operator }: KnownPlatform,
  layout: Layout,
): Promise<string> => {
  const held = readKeys(layout.connectedKeys)[system];
  if (held !== undefined) return systemKeyId(sha256(held));
  const valid = (await operator.keysOf(system)).filter(({ state }) => state === 'valid');
  const [only, ...others] = valid;
  if (only !== undefined && others.length === 0) return only.keyId;
  throw new CliFailure('usage', {
    vi: `Hệ thống ${system} có ${String(valid.length)} khoá còn hiệu lực: hãy nêu khoá cần thay.`,
    en: `System ${system} has ${String(valid.length)} valid keys: name the one to replace.`,
  });
};

const keyTable = (keys: readonly KnownKey[]): string =>
  table(
    ['Khoá · Key', 'Trạng thái · State', 'Cấp · Issued', 'Đến · Until', 'Thu hồi · Revoked'],
    keys.map(({ keyId, state, issuedAt, validUntil = '—', revokedAt = '—' }) => [
      keyId,
      state,
      issuedAt,
      validUntil,
      revokedAt,
    ]),
  );

const hoursOf = (text: string): number => {
  const hours = Number(text);
  if (hours > 0) return hours;
  throw new InvalidArgumentError('expected a positive number');
};
