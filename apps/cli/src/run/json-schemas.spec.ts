import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { SMALL } from '../../../../test/scenarios/small.js';
import { shipped } from '../platform/repository.js';
import { readMembers, readProvince } from '../platform/topology.js';
import { jsonSchemas } from './json-schemas.js';
import { readScenario, scenarioOf } from './scenario.js';

const FOLDER = 'scenarios';

const object = z.record(z.string(), z.unknown());

const shippedSchema = async (name: string): Promise<Record<string, unknown>> =>
  object.parse(JSON.parse(await readFile(join(FOLDER, name), 'utf8')));

/** What an editor says of a file, going by the schema alone. */
const editorTakes = async (name: string, yaml: string): Promise<boolean> =>
  z.fromJSONSchema(await shippedSchema(name)).safeParse(parse(yaml)).success;

const loaderTakes = (yaml: string): boolean => {
  try {
    scenarioOf(yaml, 'small.yaml');
    return true;
  } catch {
    return false;
  }
};

describe('the JSON Schemas of the scenario files', () => {
  it.each(Object.entries(jsonSchemas()))('%s is what the loader goes by', async (name, schema) => {
    expect(await shippedSchema(name)).toStrictEqual(JSON.parse(schema));
  });

  it('take every file that is shipped, as the loader does', async () => {
    for (const scenario of ['long-an-morning.yaml', 'long-an-day.yaml']) {
      const file = join(FOLDER, scenario);
      expect(await editorTakes('scenario.schema.json', await readFile(file, 'utf8'))).toBe(true);
      expect((await readScenario(file)).flows.length).toBeGreaterThan(10);
    }
    const province = await readFile(shipped.province(), 'utf8');
    expect(await editorTakes('province.schema.json', province)).toBe(true);
    expect((await readProvince(shipped.province())).agencies.length).toBeGreaterThan(200);
    const neighbour = join(FOLDER, 'provinces', 'tay-ninh.yaml');
    expect(await editorTakes('province.schema.json', await readFile(neighbour, 'utf8'))).toBe(true);
    expect((await readProvince(neighbour)).agencies.length).toBeGreaterThan(4);
    const members = await readFile(shipped.members(), 'utf8');
    expect(await editorTakes('members.schema.json', members)).toBe(true);
    expect((await readMembers(shipped.members())).agencies.length).toBeGreaterThan(20);
  });

  it.each([
    ['as it is', '', '', true],
    ['with pages', 'documents: 1', 'documents: 1\n    pages: [2, 9]', true],
    [
      'with paper of a flow',
      'documents: 1',
      'documents: 1\n    paper: { share: 1, wholly: 0 }',
      true,
    ],
    ['that takes some', 'take: all', 'take: [1, 2]', true],
    ['with certificates', 'groups:', 'certificates: { expired: [a] }\ngroups:', true],
    [
      'with something altered',
      'groups:',
      'altered: [{ flow: round, documents: [1] }]\ngroups:',
      true,
    ],
    [
      'with an update',
      'groups:',
      'changes: { looks: [2020-03-02T07:30:00Z], update: { share: 1, reasons: [x] } }\ngroups:',
      true,
    ],
    ['with an unknown word', 'title: Nhỏ', 'titel: Nhỏ', false],
    ['with a share above one', 'share: 0', 'share: 4', false],
    ['with a time without a zone', '07:00:00+07:00', '07:00:00', false],
    ['without flows', 'flows:', 'flows: []\nrest:', false],
    ['with no document', 'documents: 1', 'documents: 0', false],
    ['with half a document', 'documents: 1', 'documents: 1.5', false],
    ['with a bound too many', 'take: all', 'take: [1, 2, 3]', false],
    ['with a word for a number', 'take: all', 'take: some', false],
    ['with a level that is none', 'level: district', 'level: village', false],
    ['with a name in capitals', 'id: small', 'id: SMALL', false],
    ['with a look that is none', 'groups:', 'changes: { looks: [] }\ngroups:', false],
    [
      'with a share without reasons',
      'groups:',
      'changes: { looks: [2020-03-02T07:30:00Z], update: { share: 1 } }\ngroups:',
      false,
    ],
  ])('say of a scenario %s what the loader says', async (_, right, wrong, isTaken) => {
    const yaml = SMALL.replace(right, wrong);
    expect([loaderTakes(yaml), await editorTakes('scenario.schema.json', yaml)]).toStrictEqual([
      isTaken,
      isTaken,
    ]);
  });
});
