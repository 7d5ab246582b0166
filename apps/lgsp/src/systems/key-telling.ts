import { hasExpired, type SystemKeyView } from '@lienthong/directory';
import { type Clock, type Instant, instant, toRfc3339 } from '@lienthong/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { REAL_CLOCK } from '../access/authentication.js';
import { InvalidField } from '../http/http.errors.js';
import { type IssuedKeyResponse, type SystemKeyResponse } from './systems.responses.js';
import { type IssuedKey } from './systems.service.js';

/** Keys as they are told, the key itself once, and the times that are asked for them. */
@Injectable()
export class KeyTelling {
  constructor(@Inject(REAL_CLOCK) private readonly clock: Clock) {}

  issued({ view, key }: IssuedKey): IssuedKeyResponse {
    return { systemId: view.system.id, ...(key === undefined ? {} : { key }), ...this.told(view) };
  }

  key(view: SystemKeyView): SystemKeyResponse {
    return this.told(view);
  }

  private told(view: SystemKeyView) {
    const { id: keyId, issuedAt, validUntil, revokedAt } = view;
    return {
      keyId,
      state: this.stateOf(view),
      issuedAt: toRfc3339(issuedAt),
      ...(validUntil === undefined ? {} : { validUntil: toRfc3339(validUntil) }),
      ...(revokedAt === undefined ? {} : { revokedAt: toRfc3339(revokedAt) }),
    };
  }

  /** @throws {InvalidField} when the time has passed by the real clock */
  future(text: string, pointer: string): Instant;
  future(text: string | undefined, pointer: string): Instant | undefined;
  future(text: string | undefined, pointer: string): Instant | undefined {
    if (text === undefined) return undefined;
    const time = instant(text);
    if (time > this.clock.now()) return time;
    throw new InvalidField([{ pointer, message: 'must be in the future, by the real clock' }]);
  }

  private stateOf(view: SystemKeyView): SystemKeyResponse['state'] {
    if (view.revokedAt !== undefined) return 'revoked';
    return hasExpired(view, this.clock.now()) ? 'expired' : 'valid';
  }
}
