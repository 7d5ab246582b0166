import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { CliFailure } from '../output/failure.js';

const KEY_BYTES = 32;
/** The owner alone may read it. */
const PRIVATE = 0o600;

const keys = z.record(z.string(), z.string());

/** Keys or secrets by the id of whom they identify. */
export type Keys = Readonly<Record<string, string>>;

/** 256 random bits, safe in a header, a file and a URL. */
export const newKey = (): string => randomBytes(KEY_BYTES).toString('base64url');

export const readKeys = (file: string): Keys => {
  const text = readPrivate(file);
  return text === undefined ? {} : keys.parse(JSON.parse(text));
};

export const writeKeys = (file: string, held: Keys): void => {
  writePrivate(file, `${JSON.stringify(held, null, 2)}\n`);
};

/** The keys of `file`, where every one of `ids` has one from now on. */
export const ensureKeys = (file: string, ids: readonly string[]): Keys => {
  const known = readKeys(file);
  const missing = ids.filter((id) => !(id in known));
  if (missing.length === 0) return known;
  const held = { ...known, ...Object.fromEntries(missing.map((id) => [id, newKey()])) };
  writeKeys(file, held);
  return held;
};

/**
 * The keys of `file`, which somebody else keeps.
 *
 * @throws {CliFailure} when one of `ids` has none
 */
export const requireKeys = (file: string, ids: readonly string[]): Keys => {
  const known = readKeys(file);
  const missing = ids.filter((id) => !(id in known)).join(', ');
  if (missing === '') return known;
  throw new CliFailure('not-allowed', {
    vi: `${file} thiếu mật khẩu của: ${missing}.`,
    en: `${file} has no password for: ${missing}.`,
  });
};

/** The key in `file`, made when there is none. */
export const ensureKey = (file: string): string => {
  const known = readPrivate(file)?.trim();
  if (known !== undefined && known !== '') return known;
  const key = newKey();
  writePrivate(file, `${key}\n`);
  return key;
};

/** @throws {CliFailure} when there is none */
export const readKey = (file: string): string => {
  const key = readPrivate(file)?.trim();
  if (key !== undefined && key !== '') return key;
  throw new CliFailure('not-allowed', {
    vi: `Không có khoá điều hành trong ${file}.`,
    en: `There is no operator's key in ${file}.`,
  });
};

const readPrivate = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Whole or not at all. */
export const writePrivate = (file: string, text: string): void => {
  const temporary = `${file}.${String(process.pid)}`;
  writeFileSync(temporary, text, { mode: PRIVATE });
  renameSync(temporary, file);
};
