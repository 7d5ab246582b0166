import { RequestOpen, TooLate } from '@lienthong/documents';
import { SenderNotYours } from '../access/access.errors.js';
import { NamedAgencyUnknown } from '../directory/directory.errors.js';
import {
  NotARecipient,
  PacketBeyondAxis,
  RecipientUnknown,
} from '../documents/documents.errors.js';
import { words, type Words } from './problem.js';

/**
 * Whom a problem is about, in both languages. Codes of agencies may be told again; names and contacts never are, nor what
 * goes on inside.
 */
export const namedIn = (error: unknown): Words | undefined => {
  if (error instanceof RecipientUnknown) return unknown(listed(error.codes));
  if (error instanceof NotARecipient) return noRecipient(listed(error.codes));
  if (error instanceof NamedAgencyUnknown) return unknown(error.code);
  if (error instanceof PacketBeyondAxis) return beyondAxis(error);
  if (error instanceof SenderNotYours) return notServed(error.code);
  if (error instanceof RequestOpen) return UNANSWERED[error.kind](listed(error.recipients));
  if (error instanceof TooLate) return ended(listed(error.recipients));
  return undefined;
};

const listed = (codes: readonly string[]): string => codes.join(', ');

const unknown = (codes: string): Words =>
  words(`Không có mã: ${codes}`, `No agency bears: ${codes}`);

const noRecipient = (codes: string): Words =>
  words(`Không phải nơi nhận của văn bản: ${codes}`, `No recipient of the document: ${codes}`);

const beyondAxis = ({ bytes, limitBytes, codes, message }: PacketBeyondAxis): Words =>
  words(
    `Tệp đính kèm ${String(bytes)} byte, trục nhận ${String(limitBytes)} byte; qua trục: ${listed(codes)}`,
    message,
  );

const notServed = (code: string): Words =>
  words(`Không phục vụ ${code}`, `Your system does not serve ${code}`);

const UNANSWERED: Readonly<Record<RequestOpen['kind'], (codes: string) => Words>> = {
  'take-back': (codes) =>
    words(
      `Chưa trả lời yêu cầu lấy lại văn bản: ${codes}`,
      `Asked to give the document back, and not answered yet: ${codes}`,
    ),
  update: (codes) =>
    words(
      `Chưa trả lời bản cập nhật trước: ${codes}`,
      `Asked to take an earlier update, and not answered yet: ${codes}`,
    ),
};

const ended = (codes: string): Words =>
  words(`Lượt gửi đã kết thúc ở: ${codes}`, `The delivery has ended with: ${codes}`);
