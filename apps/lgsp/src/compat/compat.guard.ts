import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type SystemView } from '@lienthong/directory';
import { localDate } from '@lienthong/kernel';
import { type Request, type Response } from 'express';
import { Authentication } from '../access/authentication.js';
import { type Caller, rememberCaller } from '../access/caller.js';
import { Toll } from '../access/toll.js';
import { DirectoryView } from '../directory/directory.view.js';
import { BusinessTime } from '../http/business-time.js';
import { WrongSystemId } from './compat.errors.js';

/** Behind {@link CompatGuard} it tells the truth. */
export const SYSTEM_HEADER = 'x-systemid';
const SECRET_HEADER = 'x-secretkey';

/** Lets in a system by its key; it calls itself by its id, or by an agency that it speaks for. */
@Injectable()
export class CompatGuard implements CanActivate {
  constructor(
    private readonly authentication: Authentication,
    private readonly toll: Toll,
    private readonly directory: DirectoryView,
    private readonly time: BusinessTime,
  ) {}

  /** @throws {WrongSystemId} and as `Authentication` does */
  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const system = this.authentication.systemWith(request.header(SECRET_HEADER) ?? '');
    const caller: Caller = { kind: 'system', system };
    rememberCaller(request, caller);
    if (!this.isOf(request.header(SYSTEM_HEADER) ?? '', system)) throw new WrongSystemId();
    this.toll.take(caller, request, http.getResponse<Response>());
    return true;
  }

  private isOf(name: string, { id, agencies }: SystemView): boolean {
    const agency = this.directory.current.agencyByCode(name, localDate(this.time.now()));
    return name === id || agencies.has(name) || (agency !== undefined && agencies.has(agency.id));
  }
}
