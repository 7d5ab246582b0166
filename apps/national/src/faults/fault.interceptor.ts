import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { type Request, type Response } from 'express';
import { setTimeout as pause } from 'node:timers/promises';
import { from, map, NEVER, type Observable, of, switchMap } from 'rxjs';
import { AxisOutage } from './axis-outage.js';
import { Faults } from './faults.js';

/** Does to the operations of the axis what is switched on; whoever asks after its health hears the truth. */
@Injectable()
export class FaultInterceptor implements NestInterceptor {
  constructor(@Inject(Faults) private readonly faults: Faults) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    if (request.method !== 'POST') return next.handle();
    if (this.faults.strikes('outage')) throw new AxisOutage();
    const response = http.getResponse<Response>();
    if (this.faults.strikes('loss-of-requests')) return cutOff(response);
    const answered = isAcknowledgement(request) ? this.acknowledged(next) : next.handle();
    return answered.pipe(
      map((answer) => this.disturbed(answer)),
      switchMap((answer) => from(this.late(answer))),
      switchMap((answer) =>
        this.faults.strikes('loss-of-answers') ? cutOff(response) : of(answer),
      ),
    );
  }

  /** What is said to be settled and is not comes once more. */
  private acknowledged(next: CallHandler<unknown>): Observable<unknown> {
    return this.faults.strikes('duplicates') ? of(FORGOTTEN) : next.handle();
  }

  private disturbed(answer: unknown): unknown {
    return isList(answer) ? { ...answer, list: this.faults.disturbed(answer.list) } : answer;
  }

  private async late(answer: unknown): Promise<unknown> {
    const milliseconds = this.faults.delayMs();
    if (milliseconds > 0) await pause(milliseconds);
    return answer;
  }
}

const FORGOTTEN = { status: 'OK', ErrorCode: '0', ErrorDesc: '' };

const isAcknowledgement = ({ path }: Request): boolean => path === '/updateStatus';

const isList = (answer: unknown): answer is { readonly list: readonly unknown[] } =>
  typeof answer === 'object' && answer !== null && 'list' in answer && Array.isArray(answer.list);

/** The connection ends without an answer. */
const cutOff = (response: Response): Observable<never> => {
  response.destroy();
  return NEVER;
};
