import { describe, expect, it } from '@jest/globals';
import { type KnownAgency } from '../platform/operator-answers.js';
import { branchesOf, drawn } from './agency-tree.js';

const agency = (id: string, parent?: string): KnownAgency => ({
  id,
  code: `${id}.H39`,
  name: `Cơ quan ${id}`,
  realm: 'inside',
  placement: { level: 'province', ...(parent === undefined ? {} : { parent }) },
});

const AGENCIES = [agency('b', 'a'), agency('a'), agency('c', 'b'), agency('d', 'gone')];

describe('the tree of agencies', () => {
  it('has everybody under the one above, and those without one at the top', () => {
    expect(drawn(branchesOf(AGENCIES))).toStrictEqual([
      'a.H39  Cơ quan a  (a)',
      '  b.H39  Cơ quan b  (b)',
      '    c.H39  Cơ quan c  (c)',
      'd.H39  Cơ quan d  (d)',
    ]);
  });

  it('may begin at any of them', () => {
    expect(branchesOf(AGENCIES, 'b')).toStrictEqual([
      {
        id: 'b',
        code: 'b.H39',
        name: 'Cơ quan b',
        level: 'province',
        children: [{ id: 'c', code: 'c.H39', name: 'Cơ quan c', level: 'province', children: [] }],
      },
    ]);
  });
});
