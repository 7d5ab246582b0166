import { closeSync, openSync, readFileSync } from 'node:fs';

const LAST_WORDS_LINES = 5;

/** Opens a child's log for appending: what it writes goes to the end, also after the log was emptied. */
export const openLog = (file: string): { readonly fd: number; close(): void } => {
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
