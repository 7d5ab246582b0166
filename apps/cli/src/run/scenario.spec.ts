import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { CliFailure } from '../output/failure.js';
import { SMALL } from '../../../../test/scenarios/small.js';
import { readScenario, scenarioOf } from './scenario.js';
import { type Scenario } from './scenario-shape.js';

const MORNING = 'scenarios/long-an-morning.yaml';

const at = (hour: string): string => `2020-03-02T${hour}:00:00+07:00`;

const read = (yaml: string): Scenario => scenarioOf(yaml, 'small.yaml');

describe('a scenario', () => {
  it('is read with its times and its defaults', () => {
    const scenario = read(SMALL);
    expect(scenario.opens).toBe(instant('2020-03-02T00:00:00Z'));
    expect(scenario.flows[0]?.pages).toEqual([1, 3]);
  });

  it.each([
    ['a word nobody knows', ['title: Nhỏ', 'titel: Nhỏ'], 'title: '],
    ['a group that is not there', ['from: districts', 'from: nobody'], 'flows.0.from: there is no'],
    ['a recipient group that is not there', ['group: d', 'group: x'], 'flows.0.to.0.group: there'],
    ['a group by a name that all objects have', ['from: districts', 'from: toString'], 'toString'],
    ['a share above one', ['share: 0', 'share: 4'], 'paper.share: '],
    ['a time without a zone', ['07:00:00+07:00', '07:00:00'], 'opens: expected an RFC 3339'],
    ['an end before the beginning', ['T08', 'T06'], 'closes: must be after'],
    ['most before least', ['take: all', 'take: [3, 1]'], 'flows.0.to.0.take'],
    ['a document count of none', ['documents: 1', 'documents: 0'], 'flows.0.documents: '],
    [
      'a letter altered of no flow',
      ['groups:', 'altered: [{ flow: x, documents: [1] }]\ngroups:'],
      'altered.0.flow: there is no flow x',
    ],
    [
      'a letter altered that is none',
      ['groups:', 'altered: [{ flow: round, documents: [1, 2] }]\ngroups:'],
      'altered.0.documents.1: the flow round has 1',
    ],
    [
      'an outage that ends first',
      ['groups:', `outages: [{ from: ${at('08')}, to: ${at('07')} }]\ngroups:`],
      'outages.0.to: must be after',
    ],
    [
      'a look while the axis is away',
      [
        'groups:',
        `outages: [{ from: ${at('07')}, to: ${at('09')} }]\nchanges: { looks: [${at('08')}] }\ngroups:`,
      ],
      'outages.0: nobody looks',
    ],
    [
      'a share without reasons',
      ['groups:', `changes: { looks: [${at('08')}], update: { share: 1 } }\ngroups:`],
      'changes.update.reasons: ',
    ],
    ['no YAML', ['paper: {', 'paper: {{'], 'small.yaml is not valid'],
  ])('is refused with %s, and the place is named', (_, [right, wrong], fault) => {
    const reading = (): Scenario => read(SMALL.replace(right ?? '', wrong ?? ''));
    expect(reading).toThrow(CliFailure);
    expect(reading).toThrow(fault);
  });

  it('names every fault, not only the first', () => {
    const wrong = SMALL.replace('share: 0', 'share: 4').replace('documents: 1', 'documents: x');
    expect(() => read(wrong)).toThrow(/paper\.share: [^]*flows\.0\.documents: /);
  });

  it('does not take the same flow twice', () => {
    const flow = SMALL.slice(SMALL.indexOf('  - id: round'));
    expect(() => read(SMALL + flow)).toThrow('flows.1.id: round is there twice');
  });

  it('says which file is not there', async () => {
    await expect(readScenario('/nowhere.yaml')).rejects.toThrow('/nowhere.yaml');
  });

  it('of Long An is one', async () => {
    const scenario = await readScenario(MORNING);
    expect(scenario.assumed).toBe(true);
    expect(await readFile(MORNING, 'utf8')).toContain('all are assumed');
  });
});
