import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { MemoryGate } from '@lienthong/platform';
import { type Request } from 'express';
import { finalize, from, type Observable, switchMap } from 'rxjs';
import { SYSTEM_HEADER } from './axis.guard.js';

/** The largest packet that is taken in, in bytes. */
export const LARGEST_PACKET = 50 * 1024 * 1024;

const ROOM = { budgetBytes: 3 * LARGEST_PACKET, patienceMs: 30_000 };

/** Lets uploads begin in the order of their arrival, and only while their bytes fit into memory. */
@Injectable()
export class UploadGate implements NestInterceptor {
  private readonly gate = new MemoryGate(ROOM);

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const room = this.gate.room(request.header(SYSTEM_HEADER) ?? '');
    return from(room.hold(declaredSize(request))).pipe(
      switchMap(() => next.handle()),
      finalize(() => {
        room.leave();
      }),
    );
  }
}

/** An upload that does not say its size may be as large as any; one that says more is cut off there. */
const declaredSize = (request: Request): number => {
  const declared = Number(request.header('content-length') ?? LARGEST_PACKET);
  return Number.isNaN(declared) ? LARGEST_PACKET : Math.min(declared, LARGEST_PACKET);
};
