import { readFileSync, readdirSync } from 'node:fs';

const FOLDER = new URL('../packets/', import.meta.url);

/** The packets of test/packets, without their ending. */
export const sampleNames: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.edxml'))
  .map((name) => name.replace('.edxml', ''))
  .sort();

export const sample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`${name}.edxml`, FOLDER)));

export const sampleText = (name: string): string => Buffer.from(sample(name)).toString();

/** What the writer makes, as it shall stay. */
export const goldenText = (name: string): string =>
  readFileSync(new URL(`./${name}.edxml`, import.meta.url), 'utf8');
