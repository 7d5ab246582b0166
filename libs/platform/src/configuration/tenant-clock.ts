import { type Clock, type Instant, standingClock, systemClock } from '@lienthong/kernel';
import { type ClockSetting } from './clock-setting.js';

/** The present of a tenant, and when a process's reaction to something happens. */
export interface TenantClock extends Clock {
  readonly kind: ClockSetting['kind'];
  /** Business time of what a process does because of something at `cause`: the same time where time is data. */
  after(cause: Instant): Instant;
}

export const tenantClock = (setting: ClockSetting): TenantClock => {
  if (setting.kind === 'system')
    return { kind: 'system', now: () => systemClock.now(), after: () => systemClock.now() };
  const clock = standingClock(setting.at);
  return { kind: 'scenario', now: () => clock.now(), after: (cause) => cause };
};
