import { StatusUnknown } from './delivery.errors.js';

/** What a recipient may say of a delivery (QĐ 28/2018/QĐ-TTg as the exchange uses it). */
export type StatusCode = '01' | '02' | '03' | '04' | '05' | '06';

/** The sender asks for the document back. */
export const TAKE_BACK = '13';

/** The recipient agrees to what it was asked, or declines. */
export type AnswerCode = '15' | '16';

/** Everything that is said of a delivery by a code. */
export type ReportCode = StatusCode | typeof TAKE_BACK | AnswerCode;

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

/** @throws {StatusUnknown} for a code that nobody says of a delivery */
export const reportCode = (text: string): ReportCode => {
  if (isStatusCode(text) || text === TAKE_BACK || text === '15' || text === '16') return text;
  throw new StatusUnknown(text);
};

/** @throws {StatusUnknown} for every code outside 01–06 */
export const statusCode = (text: string): StatusCode => {
  if (isStatusCode(text)) return text;
  throw new StatusUnknown(text);
};

export const isStatusCode = (text: string): text is StatusCode => Object.hasOwn(PROGRESS, text);

export const progressOf = (code: StatusCode): Progress => PROGRESS[code];

/** Where a status stands on the way forward; a refusal is reached from everywhere before the end. */
export const rank = (status: Progress | 'routed' | 'sent'): number =>
  status === 'refused' ? ORDER.length : ORDER.indexOf(status);
