import { NotYetSupported, StatusUnknown } from './delivery.errors.js';

/** What a recipient may say of a delivery (QĐ 28/2018/QĐ-TTg as the exchange uses it). */
export type StatusCode = '01' | '02' | '03' | '04' | '05' | '06';

/** How far the recipient has come; each follows from one status code. */
export type Progress = 'arrived' | 'refused' | 'received' | 'assigned' | 'processing' | 'completed';

const PROGRESS: Readonly<Record<StatusCode, Progress>> = {
  '01': 'arrived',
  '02': 'refused',
  '03': 'received',
  '04': 'assigned',
  '05': 'processing',
  '06': 'completed',
};

const ORDER = ['routed', 'sent', 'arrived', 'received', 'assigned', 'processing', 'completed'];

/** Codes of the exchange that ask for a negotiation: take back, agree, decline. */
const NEGOTIATION = new Set(['13', '15', '16']);

/**
 * @throws {NotYetSupported} for 13, 15 and 16
 * @throws {StatusUnknown} for every other code outside 01–06
 */
export const statusCode = (text: string): StatusCode => {
  if (isStatusCode(text)) return text;
  throw NEGOTIATION.has(text) ? new NotYetSupported(`status ${text}`) : new StatusUnknown(text);
};

const isStatusCode = (text: string): text is StatusCode => Object.hasOwn(PROGRESS, text);

export const progressOf = (code: StatusCode): Progress => PROGRESS[code];

export const isTerminal = (status: Progress | 'routed' | 'sent'): boolean =>
  status === 'refused' || status === 'completed';

/** Where a status stands on the way forward; a refusal is reached from everywhere before the end. */
export const rank = (status: Progress | 'routed' | 'sent'): number =>
  status === 'refused' ? ORDER.length : ORDER.indexOf(status);
