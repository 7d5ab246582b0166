import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { expectLaws, groupCommand, specify } from '@lienthong/testing';
import { Directory } from './directory.js';
import { group } from './group.js';

const given = specify(group);

const at = instant('2020-03-02T07:30:00+07:00');
const list = { name: 'Các xã', members: ['xa-1', 'xa-2'], from: '2020-01-01', at };

describe('a group of recipients', () => {
  it('is defined once, in any order of its members', () => {
    given()
      .when({ type: 'DefineGroup', ...list, members: ['xa-2', 'xa-1', 'xa-2'] })
      .then({ type: 'GroupDefined', ...list });
    given({ type: 'GroupDefined', ...list })
      .when({ type: 'DefineGroup', ...list, members: ['xa-2', 'xa-1'] })
      .thenNothing();
  });

  it('may have other members from a day on, and had the ones before until then', () => {
    const directory = new Directory();
    directory.applyGroup('xa', { type: 'GroupDefined', ...list });
    const from = '2020-02-01';
    directory.applyGroup('xa', { type: 'GroupDefined', ...list, members: ['xa-3'], from });
    expect(directory.group('xa', '2019-12-31')).toBeUndefined();
    expect(directory.group('xa', '2020-01-31')?.members).toStrictEqual(['xa-1', 'xa-2']);
    expect(directory.group('xa', '2020-02-01')?.members).toStrictEqual(['xa-3']);
    expect(directory.group('huyen', '2020-02-01')).toBeUndefined();
  });

  it('keeps the laws', () => {
    expectLaws(group, groupCommand);
  });
});
