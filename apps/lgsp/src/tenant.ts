import { type TenantClock } from '@lienthong/platform';

/** The province whose log this process writes, and the time that it lives in. */
export class Tenant {
  constructor(
    readonly name: string,
    readonly clock: TenantClock,
  ) {}
}
