import { HttpException } from '@nestjs/common';
import { PacketRefusal } from '@lienthong/edxml';
import { TooManyRequests } from '../access/access.errors.js';
import { NamedAgencyUnknown } from '../directory/directory.errors.js';
import { InvalidField, UnknownField } from '../http/http.errors.js';
import { catalogue } from './catalogue.js';
import { namedIn } from './named.js';
import { type Problem, type ProblemType, problemUri, type Words } from './problem.js';

const UNAVAILABLE = 503;
const RETRY_AFTER_SECONDS = 1;

const NOT_FOUND: ProblemType = {
  code: 'not-found',
  status: 404,
  title: { vi: 'Không có địa chỉ này', en: 'Nothing is here' },
  advice: { vi: 'Xem /docs.', en: 'See /docs.' },
};

/** What the router refuses to read: an escape in the address that stands for no letter. */
const MALFORMED_ADDRESS: ProblemType = {
  code: 'malformed-address',
  status: 400,
  title: { vi: 'Địa chỉ không hợp lệ', en: 'Malformed address' },
  advice: { vi: 'Mã hóa địa chỉ theo RFC 3986.', en: 'Encode the address as RFC 3986 says.' },
};

/** Nothing that a caller did: a fault of ours. */
const UNEXPECTED: ProblemType = {
  code: 'unexpected',
  status: 500,
  title: { vi: 'Lỗi ngoài dự kiến', en: 'An unexpected fault' },
  advice: {
    vi: 'Gửi lại cùng nội dung; báo quản trị nếu lặp lại.',
    en: 'Send the same again; tell the operator if it stays.',
  },
};

/** Every problem type that the doors answer with, each once. */
export const problemTypes: readonly ProblemType[] = [
  ...catalogue.values(),
  NOT_FOUND,
  MALFORMED_ADDRESS,
  UNEXPECTED,
];

/** The problem that an error is told as; an error that no rule knows says nothing of itself. */
export const problemOf = (error: unknown): Problem => {
  const known = typeOf(error);
  const specific = specificsOf(error);
  return {
    type: problemUri(known.code),
    code: known.code,
    status: known.status,
    title: known.title.vi,
    titleEn: known.title.en,
    detail: sentence(specific.vi, known.advice.vi),
    detailEn: sentence(specific.en, known.advice.en),
    ...membersOf(error),
    ...retryOf(error, known.status),
  };
};

/** The framework's own refusals. */
const BY_STATUS: ReadonlyMap<number, ProblemType> = new Map(
  [NOT_FOUND, MALFORMED_ADDRESS].map((type) => [type.status, type]),
);

const typeOf = (error: unknown): ProblemType => {
  for (const [type, known] of catalogue) if (error instanceof type) return known;
  if (!(error instanceof HttpException)) return UNEXPECTED;
  return BY_STATUS.get(error.getStatus()) ?? UNEXPECTED;
};

/** What is told of nothing else: an error of ours speaks for itself in English, unless it is a fault inside. */
const specificsOf = (error: unknown): Partial<Words> => {
  const named = namedIn(error);
  if (named !== undefined) return named;
  const tellable = error instanceof Error && !(error instanceof HttpException);
  return tellable && typeOf(error).status < 500 ? { en: error.message } : {};
};

const membersOf = (error: unknown): Pick<Problem, 'errors' | 'line' | 'column'> => {
  if (error instanceof InvalidField || error instanceof UnknownField)
    return { errors: error.faults };
  if (error instanceof NamedAgencyUnknown) {
    return { errors: [{ pointer: error.pointer, message: `no agency bears ${error.code}` }] };
  }
  if (error instanceof PacketRefusal && error.line !== undefined) {
    return { line: error.line, ...(error.column === undefined ? {} : { column: error.column }) };
  }
  return {};
};

const retryOf = (error: unknown, status: number): Pick<Problem, 'retryAfterSeconds'> => {
  if (error instanceof TooManyRequests) return { retryAfterSeconds: error.retryAfterSeconds };
  return status === UNAVAILABLE ? { retryAfterSeconds: RETRY_AFTER_SECONDS } : {};
};

const sentence = (specific: string | undefined, advice: string): string =>
  specific === undefined ? advice : `${specific.replace(/\.?$/, '.')} ${advice}`;
