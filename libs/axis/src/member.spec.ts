import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { expectLaws, memberCommand, specify } from '@lienthong/testing';
import { MemberOfAnotherSystem } from './member.errors.js';
import { member, type MemberEvent, memberIdOf } from './member.js';

const given = specify(member);

const at = instant('2020-01-01T00:00:00+07:00');
const particulars = {
  code: 'H39.13',
  code102: '000.00.13.H39',
  name: 'Sở Thông tin và Truyền thông',
  level: 2,
  system: 'H39',
  at,
};
const registered: MemberEvent = { type: 'MemberRegistered', ...particulars };
const deleted: MemberEvent = { type: 'MemberDeleted', system: 'H39', at };

describe('an entry in the list of the axis', () => {
  it('is made once', () => {
    given()
      .when({ type: 'RegisterMember', ...particulars })
      .then(registered);
    given(registered)
      .when({ type: 'RegisterMember', ...particulars, at: at + 1 })
      .thenNothing();
  });

  it.each([{ name: 'Sở TTTT' }, { level: 3 }, { code: 'H39.14' }, { code102: '000.00.14.H39' }])(
    'is corrected by its own system: %j',
    (change) => {
      given(registered)
        .when({ type: 'RegisterMember', ...particulars, ...change })
        .then({ ...registered, ...change });
    },
  );

  it('belongs to one system until that one deletes it', () => {
    const other = { ...particulars, system: 'H53' };
    given(registered)
      .when({ type: 'RegisterMember', ...other })
      .thenRefused(MemberOfAnotherSystem);
    given(registered)
      .when({ type: 'DeleteMember', system: 'H53', at })
      .thenRefused(MemberOfAnotherSystem);
    given(registered).when({ type: 'DeleteMember', system: 'H39', at }).then(deleted);
    given(registered, deleted)
      .when({ type: 'RegisterMember', ...other })
      .then({ type: 'MemberRegistered', ...other });
  });

  it('is deleted once', () => {
    given(registered, deleted).when({ type: 'DeleteMember', system: 'H39', at }).thenNothing();
    given().when({ type: 'DeleteMember', system: 'H39', at }).thenNothing();
  });

  it('has an id without dots, which would split a subject', () => {
    expect(memberIdOf('000.00.13.H39')).toBe('000-00-13-H39');
  });

  it('keeps the laws', () => {
    expectLaws(member, memberCommand);
  });
});
