import { describe, expect, it } from '@jest/globals';
import { instant, sha256, standingClock } from '@lienthong/kernel';
import { DirectoryView } from '../directory/directory.view.js';
import { AuthenticationRequired, KeyExpired, KeyRevoked, KeyUnknown } from './access.errors.js';
import { Authentication } from './authentication.js';

const at = instant('2020-03-02T07:00:00+07:00');
const now = instant('2026-11-22T08:00:00Z');
const OPERATOR = 'operator-key';

/** A province that lives in 2020, with two systems; three keys of the first, one of the second. */
const authenticationAt = (clock: number): Authentication => {
  const view = new DirectoryView();
  const { current } = view;
  for (const id of ['ioffice', 'egov']) {
    current.applySystem(id, {
      type: 'SystemConnected',
      kind: 'eoffice',
      name: id,
      agencies: [],
      at,
    });
  }
  const issue = (system: string, key: string, validUntil?: number): void => {
    const ends = validUntil === undefined ? {} : { validUntil };
    current.applySystem(system, { type: 'SystemKeyIssued', keyDigest: sha256(key), ...ends, at });
  };
  issue('ioffice', 'endless');
  issue('ioffice', 'ending', now);
  issue('ioffice', 'lost');
  issue('egov', 'other');
  current.applySystem('ioffice', { type: 'SystemKeyRevoked', keyDigest: sha256('lost'), at });
  return new Authentication(view, sha256(OPERATOR), standingClock(clock));
};

const bearing = (authorization?: string) => ({
  headers: authorization === undefined ? {} : { authorization },
});

describe('whoever comes to the door', () => {
  const authentication = authenticationAt(now - 1);

  it('is known by any key that holds', () => {
    for (const key of ['endless', 'ending']) {
      const caller = authentication.callerOf(bearing(`Bearer ${key}`));
      expect(caller).toMatchObject({ kind: 'system', system: { id: 'ioffice' } });
    }
    expect(authentication.callerOf(bearing('bearer other'))).toMatchObject({
      system: { id: 'egov' },
    });
    expect(authentication.callerOf(bearing(`Bearer ${OPERATOR}`))).toStrictEqual({
      kind: 'operator',
    });
    expect(authentication.systemKeyOf(bearing('Bearer ending')).validUntil).toBe(now);
  });

  it.each([
    ['no key', undefined, AuthenticationRequired],
    ['another scheme', 'Basic ZW5kbGVzczo=', AuthenticationRequired],
    ['two keys', 'Bearer endless other', AuthenticationRequired],
    ['a key that nobody has', 'Bearer endles', KeyUnknown],
    ['the digest of a key', `Bearer ${sha256('endless')}`, KeyUnknown],
    ['a key that was revoked', 'Bearer lost', KeyRevoked],
  ])('is not let in with %s', (_what, authorization, refusal) => {
    expect(() => authentication.callerOf(bearing(authorization))).toThrow(refusal);
  });

  it('is let in until the last moment of the key by the real clock', () => {
    expect(() => authenticationAt(now).callerOf(bearing('Bearer ending'))).toThrow(KeyExpired);
    expect(authenticationAt(now).callerOf(bearing('Bearer endless')).kind).toBe('system');
  });
});
