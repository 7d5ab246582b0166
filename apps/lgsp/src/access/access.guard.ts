import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { OperatorOnly } from './access.errors.js';
import { Authentication } from './authentication.js';
import { type Caller, callerOf, rememberCaller } from './caller.js';
import { Toll } from './toll.js';

/** Lets in whoever presents a key that is known, as often as it may come. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly authentication: Authentication,
    private readonly toll: Toll,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const caller = this.authentication.callerOf(request);
    rememberCaller(request, caller);
    this.toll.take(caller, request, http.getResponse<Response>());
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
