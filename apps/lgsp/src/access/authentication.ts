import { timingSafeEqual } from 'node:crypto';
import { hasExpired, systemKeyId, type SystemKeyView, type SystemView } from '@lienthong/directory';
import { type Clock, sha256 } from '@lienthong/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { DirectoryView } from '../directory/directory.view.js';
import { AuthenticationRequired, KeyExpired, KeyRevoked, KeyUnknown } from './access.errors.js';
import { type Caller } from './caller.js';

/** SHA-256 of the operator's key, hexadecimal. */
export const OPERATOR_KEY_DIGEST = Symbol('operator key digest');

/** The machine's clock, by which keys expire whatever time the tenant lives in. */
export const REAL_CLOCK = Symbol('real clock');

/** Knows callers by their key, `Authorization: Bearer <key>`. */
@Injectable()
export class Authentication {
  constructor(
    private readonly directory: DirectoryView,
    @Inject(OPERATOR_KEY_DIGEST) private readonly operatorKeyDigest: string,
    @Inject(REAL_CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Whose key the request bears at this moment.
   *
   * @throws {AuthenticationRequired} when it bears none
   * @throws {KeyUnknown} when nobody has it
   * @throws {KeyRevoked} when it was taken back
   * @throws {KeyExpired} when its time is over
   */
  callerOf(request: Bearing): Caller {
    const digest = digestIn(request);
    return isSame(digest, this.operatorKeyDigest)
      ? { kind: 'operator' }
      : { kind: 'system', system: this.keyWith(digest).system };
  }

  /** The key of a system that the request bears; refuses as {@link callerOf} does, and the operator's key too. */
  systemKeyOf(request: Bearing): SystemKeyView {
    return this.keyWith(digestIn(request));
  }

  /** The system whose key that is; refuses as {@link callerOf} does, and the operator's key too. */
  systemWith(key: string): SystemView {
    return this.keyWith(sha256(key)).system;
  }

  private keyWith(digest: string): SystemKeyView {
    const known = this.directory.current.systemKey(systemKeyId(digest));
    if (known === undefined || !isSame(digest, known.digest)) throw new KeyUnknown();
    if (known.revokedAt !== undefined) throw new KeyRevoked();
    if (hasExpired(known, this.clock.now())) throw new KeyExpired();
    return known;
  }
}

type Bearing = Pick<Request, 'headers'>;

const digestIn = ({ headers }: Bearing): string => {
  const key = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (key === undefined) throw new AuthenticationRequired();
  return sha256(key);
};

const isSame = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b));
