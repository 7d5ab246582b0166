import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { OperatorOnly } from './access.errors.js';
import { Authentication } from './authentication.js';
import { type Caller, callerOf, rememberCaller } from './caller.js';

/** Lets in whoever presents a key that is known. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly authentication: Authentication) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    rememberCaller(request, this.authentication.callerOf(request));
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

/** Behind {@link AccessGuard}: lets in the operator, and the system that the address names. */
@Injectable()
export class OwnSystemGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { params } = context.switchToHttp().getRequest<Request>();
    if (!mayAskOf(callerOf(context), params.system)) throw new OperatorOnly();
    return true;
  }
}

const mayAskOf = (caller: Caller, system: unknown): boolean =>
  caller.kind === 'operator' || caller.system.id === system;
