import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { keysFor, provinceFrom } from './province.js';
import { type ProvinceFile, ProvinceNotValid, provinceOf } from './province-file.js';

const FILE = 'scenarios/provinces/long-an.yaml';

const whole = z.object({
  agencies: z.array(
    z.object({
      id: z.string().regex(/^[a-z0-9-]{1,64}$/),
      level: z.string(),
      parent: z.string().optional(),
      codes: z.array(z.object({ code: z.string(), form: z.string(), from: z.string() })),
    }),
  ),
});

describe('Long An in the first half of 2020', () => {
  let file: ProvinceFile;
  let agencies: z.infer<typeof whole>['agencies'];

  beforeAll(async () => {
    const content: unknown = parse(await readFile(FILE, 'utf8'));
    file = provinceOf(content);
    agencies = whole.parse(content).agencies;
  });

  const ofLevel = (level: string): number =>
    agencies.filter((a) => a.level === level && a.id !== file.sandbox).length;

  it('has 18 departments, an office, a centre, 15 districts and 188 communes', () => {
    expect(ofLevel('province')).toBe(1 + 2 + 18);
    expect(ofLevel('district')).toBe(15);
    expect(ofLevel('commune')).toBe(188);
  });

  it('gives every agency an id and codes of its own', () => {
    const ids = agencies.map(({ id }) => id);
    const codes = agencies.flatMap((agency) => agency.codes.map(({ code }) => code));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('has both forms of each code, the new one the old one backwards', () => {
    for (const { codes } of agencies) {
      const [old, now] = codes;
      const groups = old?.code.split('.').reverse() ?? [];
      expect(now?.code).toBe(groups.filter((group) => /[^0]/.test(group)).join('.'));
      expect([old?.form, now?.form, now?.from]).toEqual(['qcvn102', 'qd20', '2020-09-15']);
    }
  });

  it('puts every commune under the district whose group its code bears', () => {
    const codeOf = new Map(agencies.map(({ id, codes }) => [id, codes[0]?.code ?? '']));
    for (const { level, parent, codes } of agencies.filter((a) => a.level === 'commune')) {
      expect(level).toBe('commune');
      expect(codes[0]?.code.slice(7)).toBe(codeOf.get(parent ?? '')?.slice(7));
    }
  });

  it('has one system for each agency, a district’s for its communes too, and one for the sandbox', () => {
    const province = provinceFrom(file);
    expect(province.systems).toHaveLength(1 + 18 + 15 + 1);
    for (const { id } of agencies) expect(province.office(id)).toBeDefined();
    expect(province.office('H39.32.25')?.system).toBe('qlvb-huyen-ben-luc');
    expect(province.office('000.00.32.H39')?.name).toBe('UBND huyện Bến Lức');
  });

  it('cannot work for an agency that is not described, or served twice', () => {
    const [first] = file.systems;
    const stranger = { id: 's', kind: 'eoffice', agencies: ['nobody', first?.agencies[0]] };
    const reading = (): ProvinceFile => provinceOf({ ...file, systems: [first, stranger] });
    expect(reading).toThrow(ProvinceNotValid);
    expect(reading).toThrow(/nobody unknown[^]*ubnd twice/);
  });

  it('cannot work without a key for each system', () => {
    const province = provinceFrom(file);
    const keys = Object.fromEntries(province.systems.map((id) => [id, `key of ${id}`]));
    expect(keysFor(province, keys).get('qlvb-ubnd')).toBe('key of qlvb-ubnd');
    expect(() => keysFor(province, { 'qlvb-ubnd': 'k' })).toThrow('qlvb-so-tttt: no key');
  });
});
