import { jest } from '@jest/globals';
import { runCli } from '../../apps/cli/src/program.js';
import { province } from './shared-province.js';

export interface Ran {
  /** Its exit code. */
  readonly code: number;
  /** What it said on stdout. */
  readonly lines: readonly string[];
}

/** Runs a verb on the shared province, for a program to read. */
export const lienthong = async (...args: readonly string[]): Promise<Ran> => {
  let said = '';
  const hush = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  const listen = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  try {
    const code = await runCli([...args, '--json', '--data', province().dataDir]);
    return { code, lines: said.split('\n').filter((line) => line !== '') };
  } finally {
    listen.mockRestore();
    hush.mockRestore();
  }
};
