import { describe, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { expectLaws, specify, systemCommand } from '@lienthong/testing';
import { system, type SystemEvent } from './system.js';
import { GatewayServesAgencies, SystemDiffers, SystemUnknown } from './system.errors.js';

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
    const another = 'f9'.repeat(32);
    given(connected, issued)
      .when({ type: 'IssueSystemKey', keyDigest: another, at })
      .then({ type: 'SystemKeyIssued', keyDigest: another, at });
  });

  it('gets no key before it is connected', () => {
    given().when({ type: 'IssueSystemKey', keyDigest, at }).thenRefused(SystemUnknown);
  });

  it('keeps the laws', () => {
    expectLaws(system, systemCommand);
  });
});
