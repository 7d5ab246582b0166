import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { type Request } from 'express';
import { finalize, from, type Observable, switchMap } from 'rxjs';

/** The largest packet that is taken in, in bytes. */
export const LARGEST_PACKET = 50 * 1024 * 1024;

/** Bytes of packets that are in memory at one time. */
const BUDGET = 3 * LARGEST_PACKET;

/** Lets uploads begin in the order of their arrival, and only while their bytes fit into memory. */
@Injectable()
export class UploadGate implements NestInterceptor {
  private free = BUDGET;
  private readonly queue: { readonly size: number; readonly enter: () => void }[] = [];

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const size = declaredSize(context.switchToHttp().getRequest<Request>());
    const leave = (): void => {
      this.free += size;
      this.admit();
    };
    return from(this.enter(size)).pipe(switchMap(() => next.handle().pipe(finalize(leave))));
  }

  private enter(size: number): Promise<void> {
    const entered = new Promise<void>((enter) => this.queue.push({ size, enter }));
    this.admit();
    return entered;
  }

  private admit(): void {
    for (let [first] = this.queue; first && first.size <= this.free; [first] = this.queue) {
      this.queue.shift();
      this.free -= first.size;
      first.enter();
    }
  }
}

/** An upload that does not say its size may be as large as any; one that says more is cut off there. */
const declaredSize = (request: Request): number => {
  const declared = Number(request.header('content-length') ?? LARGEST_PACKET);
  return Number.isNaN(declared) ? LARGEST_PACKET : Math.min(declared, LARGEST_PACKET);
};
