import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
  PayloadTooLargeException,
} from '@nestjs/common';
import { PacketRefusal } from '@lienthong/edxml';
import { type Request, type Response } from 'express';
import { SenderNotYours } from '../access/access.errors.js';
import { type Problem } from '../problems/problem.js';
import { problemOf } from '../problems/problems.js';
import { rememberProblem, traceIdIn } from '../requests/request-journal.js';
import { fail } from './compat.answers.js';
import {
  CompatRefusal,
  MalformedPacket,
  MalformedRequest,
  PacketTooLarge,
  SenderNotRegistered,
} from './compat.errors.js';

const OK = 200;
const TOO_MANY = 429;
const SERVER_ERROR = 500;

/** The axis's own word, where it has one for the problem. */
const CODES: Readonly<Record<string, string>> = {
  'authentication-required': 'UNAUTHENTICATED',
  'key-unknown': 'UNAUTHENTICATED',
  'key-revoked': 'UNAUTHENTICATED',
  'key-expired': 'UNAUTHENTICATED',
  'recipient-unknown': 'RECEIVER_UNKNOWN',
  'body-too-large': 'PACKET_TOO_LARGE',
  'invalid-field': 'REQUEST_MALFORMED',
  'malformed-json': 'REQUEST_MALFORMED',
  'duplicate-json-key': 'REQUEST_MALFORMED',
  'unreadable-body': 'REQUEST_MALFORMED',
};

/**
 * What was understood and is not granted is answered in band, with HTTP 200; 429 and 5xx say that it may be granted
 * later.
 */
@Catch()
export class CompatFilter implements ExceptionFilter {
  private readonly logger = new Logger(CompatFilter.name);

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const error = inDialect(thrown);
    const problem = problemOf(error);
    const { status, code, description } =
      error instanceof CompatRefusal
        ? { status: OK, code: error.code, description: error.message }
        : { status: httpStatusOf(problem), ...worded(problem) };
    rememberProblem(request, error instanceof CompatRefusal ? inLowerCase(code) : problem.code);
    if (status === SERVER_ERROR) {
      this.logger.error({ err: error, url: request.path, traceId: traceIdIn(request) }, code);
    }
    if (problem.retryAfterSeconds !== undefined) {
      response.setHeader('Retry-After', String(problem.retryAfterSeconds));
    }
    if (!request.complete) response.setHeader('Connection', 'close');
    response.status(status).json(fail(code, description));
  }
}

/** Refusals for which the axis has a text of its own, and those of the framework. */
const inDialect = (error: unknown): unknown => {
  if (error instanceof SenderNotYours) return new SenderNotRegistered(error.code);
  if (error instanceof PacketRefusal) return new MalformedPacket(error.message);
  if (error instanceof PayloadTooLargeException) return new PacketTooLarge();
  if (error instanceof HttpException && error.getStatus() < SERVER_ERROR) {
    return new MalformedRequest(error.message);
  }
  return error;
};

const httpStatusOf = ({ status }: Problem): number =>
  status === TOO_MANY || status >= SERVER_ERROR ? status : OK;

const worded = ({ code, detail, errors = [] }: Problem) => ({
  code: CODES[code] ?? code.toUpperCase().replaceAll('-', '_'),
  description: withoutMarks(
    [detail, ...errors.map(({ pointer, message }) => `${pointer} ${message}`)].join(' '),
  ),
});

const inLowerCase = (code: string): string => code.toLowerCase().replaceAll('_', '-');

/** As the axis writes Vietnamese. */
const withoutMarks = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
