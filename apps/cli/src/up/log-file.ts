import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';

const ROTATE_AT_BYTES = 10 * 1_024 * 1_024;
const LAST_WORDS_LINES = 5;

/** Opens a child's log for appending; one that has grown large becomes `<file>.1` first. */
export const openLog = (file: string): { readonly fd: number; close(): void } => {
  if (sizeOf(file) > ROTATE_AT_BYTES) renameSync(file, `${file}.1`);
  const fd = openSync(file, 'a');
  return {
    fd,
    close: () => {
      closeSync(fd);
    },
  };
};

/** The end of a log, for a person who asks why. */
export const lastWords = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-LAST_WORDS_LINES).join('\n');
  } catch {
    return '';
  }
};

const sizeOf = (file: string): number => {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
};
