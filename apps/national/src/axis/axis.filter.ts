import {
  type ArgumentsHost,
  Catch,
  HttpException,
  Logger,
  PayloadTooLargeException,
} from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { StoreUnavailable, WriterLeaseLost } from '@lienthong/event-store';
import { Refusal } from '@lienthong/kernel';
import { NoRoom } from '@lienthong/platform';
import { type Request, type Response } from 'express';
import { AxisOutage } from '../faults/axis-outage.js';
import { type AxisAnswer, fail } from './axis.answers.js';
import {
  AxisRefusal,
  MalformedRequest,
  OperationUnknown,
  PacketTooLarge,
} from './axis.refusals.js';

const NOT_FOUND = 404;
const SERVER_ERROR = 500;
const UNAVAILABLE = 503;

/** What passes by itself. */
const NOT_NOW = [StoreUnavailable, WriterLeaseLost, NoRoom, AxisOutage];

/**
 * A request that the axis understood and does not grant is answered in band; 5xx says that it may be granted later.
 *
 * Operations alone are answered in this manner: they are the requests by `POST`.
 */
@Catch()
export class AxisFilter extends BaseExceptionFilter {
  private readonly logger = new Logger(AxisFilter.name);

  override catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    if (request.method !== 'POST') {
      super.catch(error, host);
      return;
    }
    const { status, answer } = this.answerTo(error, request.path.slice(1));
    host.switchToHttp().getResponse<Response>().status(status).json(answer);
  }

  private answerTo(error: unknown, operation: string): { status: number; answer: AxisAnswer } {
    const refusal = refusalIn(error, operation);
    if (refusal !== undefined) return { status: 200, answer: refusal };
    if (!(error instanceof AxisOutage))
      this.logger.error(
        `${operation}: ${String(error)}`,
        error instanceof Error ? error.stack : '',
      );
    return NOT_NOW.some((kind) => error instanceof kind)
      ? { status: UNAVAILABLE, answer: fail('UNAVAILABLE', 'Truc tam thoi khong phuc vu duoc') }
      : { status: SERVER_ERROR, answer: fail('INTERNAL', 'Loi he thong') };
  }
}

const refusalIn = (error: unknown, operation: string): AxisAnswer | undefined => {
  if (error instanceof AxisRefusal) return fail(error.code, error.message);
  if (error instanceof Refusal) return fail('REFUSED', error.message);
  if (error instanceof PayloadTooLargeException) return refused(new PacketTooLarge());
  const status = statusOf(error);
  if (status === NOT_FOUND) return refused(new OperationUnknown(operation));
  if (status < SERVER_ERROR) return refused(new MalformedRequest(String(error)));
  return undefined;
};

const refused = ({ code, message }: AxisRefusal): AxisAnswer => fail(code, message);

/** Of Nest's exceptions, and of what the reader of JSON bodies throws. */
const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus();
  const known = error instanceof Error && 'status' in error && typeof error.status === 'number';
  return known ? Number(error.status) : SERVER_ERROR;
};
