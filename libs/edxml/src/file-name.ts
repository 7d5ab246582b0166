import { trimmed } from './xml/characters.js';

/** The last step of what may be a path of any system, without control characters; `undefined` when no file can be called so. */
export const plainFileName = (declared: string): string | undefined => {
  const [last = ''] = declared.split(/[/\\]/).slice(-1);
  const name = trimmed(last.replace(/\p{Cc}/gu, ''));
  return ['', '.', '..'].includes(name) ? undefined : name;
};

/** Whether a file of this name could end up outside the folder that it is unpacked in, on any system. */
export const isUnsafePath = (path: string): boolean => {
  const steps = path.split(/[/\\]/);
  return path.includes('\0') || steps.includes('..') || /^([/\\]|[A-Za-z]:)/.test(path);
};
