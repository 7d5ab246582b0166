import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Log } from '../log/logger.js';
import { problemOf } from './problems.js';

/** Tells every error as `application/problem+json`; logs once what is our own fault. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (isHealthReport(error)) {
      response.status(error.getStatus()).json(error.getResponse());
      return;
    }
    const problem = problemOf(error);
    if (problem.status === 500) this.logger.error({ err: error, url: request.path }, problem.code);
    if (problem.retryAfterSeconds !== undefined) {
      response.setHeader('Retry-After', String(problem.retryAfterSeconds));
    }
    if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    // What is left of a refused body is not read; the connection cannot be used again.
    if (!request.complete) response.setHeader('Connection', 'close');
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem, instance: request.path }));
  }
}

/** The health address answers 503 with its own report. */
const isHealthReport = (error: unknown): error is HttpException =>
  error instanceof HttpException && error.getStatus() === 503;
