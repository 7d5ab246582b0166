import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { WrongSecret } from './axis.refusals.js';
import { SystemKeys } from './system-keys.js';

/** The header that names the calling system; behind {@link AxisGuard} it tells the truth. */
export const SYSTEM_HEADER = 'x-systemid';

const SECRET_HEADER = 'x-secretkey';

@Injectable()
export class AxisGuard implements CanActivate {
  constructor(@Inject(SystemKeys) private readonly keys: SystemKeys) {}

  /** @throws {WrongSecret} */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const system = request.header(SYSTEM_HEADER) ?? '';
    const secret = request.header(SECRET_HEADER) ?? '';
    if (!this.keys.authenticates(system, secret)) throw new WrongSecret();
    return true;
  }
}
