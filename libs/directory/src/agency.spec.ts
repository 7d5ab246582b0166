import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { agencyCommand, expectLaws, specify } from '@lienthong/testing';
import { agency, type AgencyCode, type AgencyEvent, codesInForce } from './agency.js';
import { AgencyAlreadyClosed, AgencyDiffers, AgencyUnknown } from './agency.errors.js';

const given = specify(agency);

const at = instant('2020-03-02T07:00:00+07:00');
const oldCode: AgencyCode = { code: '000.00.13.H39', form: 'qcvn102', from: '2020-01-01' };

const department = {
  realm: 'inside',
  name: 'Sở Thông tin và Truyền thông',
  placement: { level: 'province', sector: 'state', parent: 'ubnd-tinh' },
  codes: [oldCode],
  from: '2020-01-01',
  at,
} as const;

const registered: AgencyEvent = { type: 'AgencyRegistered', ...department };
const register = { type: 'RegisterAgency', ...department } as const;

describe('an agency', () => {
  it('is registered with its name, place and codes', () => {
    given().when(register).then(registered);
  });

  it('is registered once', () => {
    given(registered)
      .when({ ...register, at: at + 1 })
      .thenNothing();
  });

  it('keeps its id for itself', () => {
    given(registered)
      .when({ ...register, name: 'Sở Tài chính' })
      .thenRefused(AgencyDiffers);
    given(registered)
      .when({ ...register, realm: 'outside' })
      .thenRefused(AgencyDiffers);
    given(registered)
      .when({ ...register, from: '2020-01-02' })
      .thenRefused(AgencyDiffers);
    given(registered)
      .when({ ...register, placement: { level: 'province', sector: 'state' } })
      .thenRefused(AgencyDiffers);
    given(registered)
      .when({ ...register, codes: [{ ...oldCode, form: 'qd20' }] })
      .thenRefused(AgencyDiffers);
  });

  it('is known as registered after it got another name, place and code', () => {
    given(
      registered,
      { type: 'AgencyRenamed', name: 'Sở Khoa học và Công nghệ', from: '2025-03-01', at },
      {
        type: 'AgencyMoved',
        placement: { level: 'central', sector: 'state' },
        from: '2025-03-01',
        at,
      },
      { type: 'AgencyCodeAssigned', code: { ...oldCode, to: '2020-09-14' }, at },
    )
      .when(register)
      .thenNothing();
  });

  it('takes nothing before it is registered', () => {
    const name = { type: 'RenameAgency', name: 'Sở Tài chính', from: '2020-01-01', at } as const;
    given().when(name).thenRefused(AgencyUnknown);
    given().when({ type: 'CloseAgency', on: '2020-01-01', at }).thenRefused(AgencyUnknown);
  });

  it('can be called again what it was called before, because the last word holds', () => {
    const wrong: AgencyEvent = { type: 'AgencyRenamed', name: 'Sở TT', from: '2020-01-01', at };
    given(registered, wrong)
      .when({ type: 'RenameAgency', name: department.name, from: '2020-01-01', at })
      .then({ type: 'AgencyRenamed', name: department.name, from: '2020-01-01', at });
  });

  it('moves to another place in the tree once', () => {
    const placement = { level: 'province', sector: 'state' } as const;
    const move = { placement, from: '2021-01-01', at };
    given(registered)
      .when({ type: 'MoveAgency', ...move })
      .then({ type: 'AgencyMoved', ...move });
    given(registered, { type: 'AgencyMoved', ...move })
      .when({ type: 'MoveAgency', ...move })
      .thenNothing();
  });

  it('is closed on one day', () => {
    const closed: AgencyEvent = { type: 'AgencyClosed', on: '2025-06-30', at };
    given(registered).when({ type: 'CloseAgency', on: '2025-06-30', at }).then(closed);
    given(registered, closed).when({ type: 'CloseAgency', on: '2025-06-30', at }).thenNothing();
    given(registered, closed)
      .when({ type: 'CloseAgency', on: '2025-07-01', at })
      .thenRefused(AgencyAlreadyClosed);
  });

  it('has one last day for each code: the one that was said last', () => {
    const ended = { ...oldCode, to: '2020-09-14' };
    const newCode: AgencyCode = { code: 'H39.13', form: 'qd20', from: '2020-09-15' };
    expect(codesInForce([oldCode, newCode, ended])).toStrictEqual([ended, newCode]);
    given(registered)
      .when({ type: 'AssignAgencyCode', code: ended, at })
      .then({ type: 'AgencyCodeAssigned', code: ended, at });
    given(registered, { type: 'AgencyCodeAssigned', code: ended, at })
      .when({ type: 'AssignAgencyCode', code: ended, at })
      .thenNothing();
  });

  it('keeps the laws', () => {
    expectLaws(agency, agencyCommand);
  });
});
