import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Request, type Response } from 'express';

/** A request, and the answer that it will get. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** The {@link Exchange} for a handler that has to say more of its answer than its body. */
export const Exchanging = createParamDecorator(
  (_: unknown, context: ExecutionContext): Exchange => {
    const http = context.switchToHttp();
    return { request: http.getRequest<Request>(), response: http.getResponse<Response>() };
  },
);
