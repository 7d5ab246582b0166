import { type Instant, instant } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { Tenant } from '../tenant.js';
import { TimeNotAllowed } from './http.errors.js';

/** When something happened, as the tenant counts time. */
@Injectable()
export class BusinessTime {
  constructor(private readonly tenant: Tenant) {}

  now(): Instant {
    return this.tenant.clock.now();
  }

  /**
   * The time that the caller names, else the present.
   *
   * @throws {TimeNotAllowed} when a tenant that lives in real time is told one, or it is not RFC 3339
   */
  of(named: string | undefined): Instant {
    if (named === undefined) return this.tenant.clock.now();
    if (this.tenant.clock.kind !== 'scenario')
      throw new TimeNotAllowed('this tenant lives in real time');
    try {
      return instant(named);
    } catch (error) {
      throw new TimeNotAllowed('not an RFC 3339 date-time', { cause: error });
    }
  }

  /** The time that somebody else gives a thing, taken for ours on a scenario's tenant alone. */
  as(borne: Instant | undefined): Instant {
    return this.tenant.clock.kind === 'scenario'
      ? (borne ?? this.tenant.clock.now())
      : this.tenant.clock.now();
  }
}
