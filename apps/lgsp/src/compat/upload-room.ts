import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { type Request } from 'express';
import { from, type Observable, switchMap } from 'rxjs';
import { roomOf } from '../http/body.room.js';

/** The largest packet that is taken in, in bytes. */
export const LARGEST_UPLOAD = 50 * 1024 * 1024;

/** Lets a form begin when there is room in memory for the packet in it. */
@Injectable()
export class UploadRoom implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const declared = Number(request.headers['content-length'] ?? LARGEST_UPLOAD);
    const room = roomOf(request);
    return from(room.hold(Math.min(declared, LARGEST_UPLOAD))).pipe(switchMap(() => next.handle()));
  }
}
