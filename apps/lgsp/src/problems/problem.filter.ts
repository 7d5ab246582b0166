import { RangeBeyondEnd } from '@lienthong/event-store';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  NotFoundException,
} from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Addresses } from '../http/addresses.js';
import { MethodNotAllowed } from '../http/http.errors.js';
import { type Log } from '../log/logger.js';
import { rememberProblem, traceIdIn } from '../requests/request-journal.js';
import { problemOf } from './problems.js';

/** Tells every error as `application/problem+json`; logs once what is our own fault. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Log,
    private readonly addresses: Addresses,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (isHealthReport(thrown)) {
      response.status(thrown.getStatus()).json(thrown.getResponse());
      return;
    }
    const error = this.precisely(thrown, request);
    const problem = problemOf(error);
    const traceId = traceIdIn(request);
    rememberProblem(request, problem.code);
    if (problem.status === 500) {
      this.logger.error({ err: error, url: request.path, traceId }, problem.code);
    }
    if (problem.retryAfterSeconds !== undefined) {
      response.setHeader('Retry-After', String(problem.retryAfterSeconds));
    }
    if (error instanceof RangeBeyondEnd) {
      response.setHeader('Content-Range', `bytes */${String(error.size)}`);
    }
    if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    if (error instanceof MethodNotAllowed) response.setHeader('Allow', error.allowed.join(', '));
    // What is left of a refused body is not read; the connection cannot be used again.
    if (!request.complete) response.setHeader('Connection', 'close');
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem, instance: request.path, traceId }));
  }

  /** To Nest an address and a method that do not go together are an address that is not there. */
  private precisely(error: unknown, { path, method }: Request): unknown {
    if (!(error instanceof NotFoundException)) return error;
    const allowed = this.addresses.methodsAt(path);
    return allowed.length === 0 || allowed.includes(method) ? error : new MethodNotAllowed(allowed);
  }
}

/** The health address answers 503 with its own report. */
const isHealthReport = (error: unknown): error is HttpException =>
  error instanceof HttpException && error.getStatus() === 503;
