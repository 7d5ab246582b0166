import { cliConfiguration } from '@lienthong/platform';
import { type Command } from 'commander';
import { resolve } from 'node:path';
import { type Output, terminalOutput } from './output.js';
import { type Words } from './failure.js';

export interface CommonOptions {
  readonly json?: boolean;
  readonly data?: string;
}

/** What every verb works with. */
export interface Context {
  readonly output: Output;
  /** The embedded platform's folder, absolute. */
  readonly dataDir: string;
}

interface VerbDescription {
  readonly words: Words;
  readonly example: string;
}

/** A verb with what all verbs have: both languages, an example, `--json`, `--data`. */
export const verb = (program: Command, usage: string, about: VerbDescription): Command =>
  program
    .command(usage)
    .description(`${about.words.vi}\n${about.words.en}`)
    .summary(`${about.words.vi} · ${about.words.en}`)
    .option('--json', 'dữ liệu cho chương trình · data for programs')
    .option('--data <dir>', 'thư mục dữ liệu · data folder (default: .lienthong)')
    .addHelpText('after', `\nVí dụ · Example:\n  ${about.example}`);

export const contextOf = ({ json = false, data }: CommonOptions): Context => ({
  output: terminalOutput(json),
  dataDir: resolve(data ?? cliConfiguration().dataDir),
});
