import { MemoryGate, type Room } from '@lienthong/platform';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { type Request } from 'express';
import { finalize, type Observable } from 'rxjs';
import { callerIn, callerName } from '../access/caller.js';

const rooms = new WeakMap<object, Room>();

/** Gives every request its room in memory, and takes it back when the handler has ended. */
@Injectable()
export class BodyRooms implements NestInterceptor {
  constructor(private readonly gate: MemoryGate) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const caller = callerIn(request);
    const room = this.gate.room(caller === undefined ? 'nobody' : callerName(caller));
    rooms.set(request, room);
    return next.handle().pipe(
      finalize(() => {
        room.leave();
      }),
    );
  }
}

/** @throws {Error} where {@link BodyRooms} does not stand before the handler */
export const roomOf = (request: object): Room => {
  const room = rooms.get(request);
  if (room === undefined) throw new Error('a body is read outside of its room');
  return room;
};
