import { describe, expect, it } from '@jest/globals';
import { membersOf, MembersNotValid, readMembers } from './members-file.js';

const codes = (old: string, young: string) => [
  { code: old, form: 'qcvn102', from: '2019-03-12' },
  { code: young, form: 'qd20', from: '2020-09-15' },
];

const agency = (id: string, old: string, young: string) => ({
  id,
  name: id,
  level: 'province',
  sector: 'state',
  from: '2019-03-12',
  codes: codes(old, young),
});

const content = () => ({
  opened: '2019-03-12',
  behaviour: {
    assumed: true,
    refusalShare: 0.03,
    refusalReasons: ['gửi nhầm'],
    delaySeconds: {
      '01': [1, 2],
      '02': [1, 2],
      '03': [1, 2],
      '04': [1, 2],
      '05': [1, 2],
      '06': [1, 2],
    },
  },
  systems: [{ id: '000.00.00.H53', name: 'Tây Ninh', agencies: ['tinh', 'so'] }],
  agencies: [agency('tinh', '000.00.00.H53', 'H53'), agency('so', '000.00.13.H53', 'H53.13')],
});

const faultsOf = (given: object): readonly string[] => {
  try {
    membersOf({ ...content(), ...given });
    return [];
  } catch (error) {
    if (error instanceof MembersNotValid) return error.faults;
    throw error;
  }
};

describe('the members file', () => {
  it('gives each agency its codes, its system and its level on the axis', () => {
    expect(membersOf(content()).agencies).toStrictEqual([
      {
        id: 'tinh',
        name: 'tinh',
        code102: '000.00.00.H53',
        code: 'H53',
        axisLevel: 2,
        system: '000.00.00.H53',
      },
      {
        id: 'so',
        name: 'so',
        code102: '000.00.13.H53',
        code: 'H53.13',
        axisLevel: 2,
        system: '000.00.00.H53',
      },
    ]);
  });

  it('that ships is valid, and its codes of both forms say the same', async () => {
    const { agencies } = await readMembers('scenarios/national/members.yaml');
    expect(agencies.length).toBeGreaterThan(30);
    for (const { code, code102 } of agencies) {
      const said = code102.split('.').filter((group) => /[^0]/.test(group));
      expect(code).toBe(said.reverse().join('.'));
    }
  });

  it.each([
    ['an agency served by nobody', { systems: [] }, 'agency tinh: served by no system'],
    [
      'an agency served twice',
      { systems: [...content().systems, { id: 'other', name: 'other', agencies: ['so'] }] },
      'agency so: served by two systems',
    ],
    [
      'a served agency that is not described',
      { agencies: content().agencies.slice(0, 1) },
      'agency so: not described',
    ],
    [
      'a code used twice',
      {
        agencies: [agency('tinh', '000.00.00.H53', 'H53'), agency('so', '000.00.13.H53', 'H53')],
      },
      'code H53: twice',
    ],
    [
      'an agency without a new-form code',
      {
        agencies: [
          agency('tinh', '000.00.00.H53', 'H53'),
          { ...agency('so', '', ''), codes: codes('000.00.13.H53', '').slice(0, 1) },
        ],
      },
      'agency so: needs one code of the form qd20',
    ],
    [
      'a parent that is not there',
      {
        agencies: [
          agency('tinh', '000.00.00.H53', 'H53'),
          { ...agency('so', '000.00.13.H53', 'H53.13'), parent: 'nobody' },
        ],
      },
      'agency so: parent nobody unknown',
    ],
  ])('is refused with %s', (_, change, fault) => {
    expect(faultsOf(change)).toContain(fault);
  });

  it('is refused with a field that nobody reads', () => {
    expect(faultsOf({ agency: [] })).toHaveLength(1);
  });
});
