import { describe, it } from '@jest/globals';
import { IdempotencyKeyReused, instant } from '@lienthong/kernel';
import { expectLaws, specify, systemCommand } from '@lienthong/testing';
import { system, type SystemEvent } from './system.js';
import {
  GatewayServesAgencies,
  SystemDiffers,
  SystemKeyRevoked,
  SystemKeyUnknown,
  SystemUnknown,
} from './system.errors.js';

const given = specify(system);

const at = instant('2020-03-02T07:00:00+07:00');
const office = {
  kind: 'eoffice',
  name: 'VNPT iOffice',
  agencies: ['so-tc', 'so-tttt'],
  at,
} as const;
const connected: SystemEvent = { type: 'SystemConnected', ...office };
const keyDigest = '0a'.repeat(32);
const another = 'f9'.repeat(32);
const third = '7c'.repeat(32);

describe('a connected system', () => {
  it('serves each agency once, in one order', () => {
    given()
      .when({ type: 'ConnectSystem', ...office, agencies: ['so-tttt', 'so-tc', 'so-tttt'] })
      .then(connected);
  });

  it('is connected once, in whatever order its agencies are named', () => {
    given(connected)
      .when({ type: 'ConnectSystem', ...office, agencies: ['so-tttt', 'so-tc'] })
      .thenNothing();
  });

  it('keeps its id for itself', () => {
    given(connected)
      .when({ type: 'ConnectSystem', ...office, kind: 'portal' })
      .thenRefused(SystemDiffers);
    given(connected)
      .when({ type: 'ConnectSystem', ...office, name: 'Egov' })
      .thenRefused(SystemDiffers);
    given(connected)
      .when({ type: 'ConnectSystem', ...office, agencies: ['so-tc'] })
      .thenRefused(SystemDiffers);
  });

  it('serves nobody when it is a gateway', () => {
    const gateway = { ...office, kind: 'gateway' } as const;
    given()
      .when({ type: 'ConnectSystem', ...gateway })
      .thenRefused(GatewayServesAgencies);
    given()
      .when({ type: 'ConnectSystem', ...gateway, agencies: [] })
      .then({ type: 'SystemConnected', ...gateway, agencies: [] });
  });

  it('gets as many keys as are made for it, each once', () => {
    const issued: SystemEvent = { type: 'SystemKeyIssued', keyDigest, at };
    given(connected).when({ type: 'IssueSystemKey', keyDigest, at }).then(issued);
    given(connected, issued).when({ type: 'IssueSystemKey', keyDigest, at }).thenNothing();
    given(connected, issued)
      .when({ type: 'IssueSystemKey', keyDigest: another, at })
      .then({ type: 'SystemKeyIssued', keyDigest: another, at });
  });

  it('keeps no key that it never got, and gets none twice for one request', () => {
    const request = { id: 'asked-once', inputDigest: 'said' };
    const issued: SystemEvent = { type: 'SystemKeyIssued', keyDigest, request, at };
    given(connected).when({ type: 'IssueSystemKey', keyDigest, request, at }).then(issued);
    given(connected, issued)
      .when({ type: 'IssueSystemKey', keyDigest: another, request, at: at + 1 })
      .thenNothing();
    given(connected, issued)
      .when({
        type: 'IssueSystemKey',
        keyDigest: another,
        request: { ...request, inputDigest: 'said otherwise' },
        at,
      })
      .thenRefused(IdempotencyKeyReused);
    given(connected).when({ type: 'RevokeSystemKey', keyDigest, at }).thenRefused(SystemKeyUnknown);
  });

  it('gets a key in the place of another, which ends when it was told to, or before', () => {
    const rotate = {
      type: 'RotateSystemKey',
      keyDigest: another,
      replaced: keyDigest,
      at,
    } as const;
    const rotated = { ...rotate, type: 'SystemKeyRotated' } as const;
    given(connected, { type: 'SystemKeyIssued', keyDigest, at })
      .when({ ...rotate, replacedUntil: at + 10 })
      .then({ ...rotated, replacedUntil: at + 10 });
    given(connected, { type: 'SystemKeyIssued', keyDigest, validUntil: at + 5, at })
      .when({ ...rotate, replacedUntil: at + 10 })
      .then({ ...rotated, replacedUntil: at + 5 });
    given(connected, { type: 'SystemKeyIssued', keyDigest: third, at })
      .when({ ...rotate, replacedUntil: at + 10 })
      .thenRefused(SystemKeyUnknown);
  });

  it('loses a key for good, and the others stay', () => {
    const keys: readonly SystemEvent[] = [
      { type: 'SystemKeyIssued', keyDigest, at },
      { type: 'SystemKeyIssued', keyDigest: another, at },
    ];
    const revoked: SystemEvent = { type: 'SystemKeyRevoked', keyDigest, at };
    given(connected, ...keys)
      .when({ type: 'RevokeSystemKey', keyDigest, at })
      .then(revoked);
    given(connected, ...keys, revoked)
      .when({ type: 'RevokeSystemKey', keyDigest, at })
      .thenNothing();
    given(connected, ...keys, revoked)
      .when({ type: 'IssueSystemKey', keyDigest, at })
      .thenNothing();
    const rotate = { type: 'RotateSystemKey', keyDigest: third, replacedUntil: at, at } as const;
    given(connected, ...keys, revoked)
      .when({ ...rotate, replaced: keyDigest })
      .thenRefused(SystemKeyRevoked);
    given(connected, ...keys, revoked)
      .when({ ...rotate, replaced: another })
      .then({ ...rotate, type: 'SystemKeyRotated', replaced: another });
  });

  it('gets no key before it is connected', () => {
    given().when({ type: 'IssueSystemKey', keyDigest, at }).thenRefused(SystemUnknown);
  });

  it('keeps the laws', () => {
    expectLaws(system, systemCommand);
  });
});
