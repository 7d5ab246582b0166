import { isInstant, isLocalDate } from '@lienthong/kernel';
import { InvalidArgumentError, Option } from 'commander';
import { type Output } from '../output/output.js';

const CURSOR = /^\d{1,15}$/;

/** `--as-of`: what had been recorded by a time, by the end of a day, or up to a cursor of `tail`. */
export const asOfOption = (): Option =>
  new Option(
    '--as-of <moment>',
    'theo những gì đã ghi đến lúc ấy · what had been recorded by then: RFC 3339, yyyy-MM-dd (the end of that day), or a cursor',
  ).argParser(momentOf);

const momentOf = (text: string): string => {
  if (CURSOR.test(text) || isInstant(text) || isLocalDate(text)) return text;
  throw new InvalidArgumentError(
    'expected an RFC 3339 date-time, yyyy-MM-dd or a cursor of `tail`',
  );
};

/** Tells a person that figures are of read models that are being refilled. */
export const noteStale = (
  output: Output,
  { stale, asOfSequence }: { readonly stale: boolean; readonly asOfSequence: number },
): void => {
  if (!stale) return;
  const sequence = String(asOfSequence);
  output.notice(
    `Mô hình đọc đang được dựng lại: số liệu đến sự kiện ${sequence}. · ` +
      `The read models are being refilled: as of event ${sequence}.`,
  );
};
