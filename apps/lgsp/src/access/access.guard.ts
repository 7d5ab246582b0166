import { timingSafeEqual } from 'node:crypto';
import { sha256 } from '@lienthong/kernel';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { DirectoryView } from '../directory/directory.view.js';
import { AuthenticationRequired, KeyUnknown, OperatorOnly } from './access.errors.js';
import { callerOf, rememberCaller } from './caller.js';

/** SHA-256 of the operator's key, hexadecimal. */
export const OPERATOR_KEY_DIGEST = Symbol('operator key digest');

/** Lets in whoever presents a key that is known, `Authorization: Bearer <key>`. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly directory: DirectoryView,
    @Inject(OPERATOR_KEY_DIGEST) private readonly operatorKeyDigest: string,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const key = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (key === undefined) throw new AuthenticationRequired();
    const digest = sha256(key);
    if (timingSafeEqual(Buffer.from(digest), Buffer.from(this.operatorKeyDigest))) {
      rememberCaller(request, { kind: 'operator' });
      return true;
    }
    const system = this.directory.current.systemByKeyDigest(digest);
    if (system === undefined) throw new KeyUnknown();
    rememberCaller(request, { kind: 'system', system });
    return true;
  }
}

/** Behind {@link AccessGuard}: lets in the operator alone. */
@Injectable()
export class OperatorGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (callerOf(context).kind !== 'operator') throw new OperatorOnly();
    return true;
  }
}
