import { beforeAll, describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { type Members, type Province, readMembers, readProvince } from '../platform/topology.js';
import { type KeyedOrder } from '../platform/mock-control.js';
import { agendaOf } from './agenda.js';
import { orderOf } from './orders.js';
import { readScenario } from './scenario.js';
import { type Scenario } from './scenario-shape.js';

/** Where an agency stands, `province`; outside the province `province@other`. */
type Place = string;

describe('the agenda of a morning in Long An', () => {
  let scenario: Scenario;
  let province: Province;
  let members: Members;
  let places: ReadonlyMap<string, Place>;
  let parents: ReadonlyMap<string, string | undefined>;

  beforeAll(async () => {
    scenario = await readScenario('scenarios/long-an-morning.yaml');
    province = await readProvince('scenarios/provinces/long-an.yaml');
    members = await readMembers('scenarios/national/members.yaml');
    places = new Map([...entries(province, ''), ...entries(members, '@other')]);
    parents = new Map(
      province.agencies.flatMap(({ codes, parent }) => {
        const above = province.agencies.find(({ id }) => id === parent)?.codes[0]?.code;
        return codes.map(({ code }) => [code, above] as const);
      }),
    );
  });

  const entries = (
    { agencies }: Pick<Province, 'agencies'>,
    where: string,
  ): readonly (readonly [string, Place])[] =>
    agencies.flatMap(({ codes, level }) =>
      codes.map(({ code }) => [code, level === 'central' ? level : `${level}${where}`] as const),
    );

  const agenda = (seed = '1', changed: Partial<Scenario> = {}): readonly KeyedOrder[] =>
    agendaOf({ ...scenario, ...changed }, province, members, seed).map((document) =>
      orderOf(document, () => undefined),
    );

  const directions = (documents: readonly KeyedOrder[]): ReadonlySet<string> =>
    new Set(
      documents.flatMap(({ from, to }) =>
        to.map(({ code }) => `${places.get(from) ?? '?'} → ${places.get(code) ?? '?'}`),
      ),
    );

  it('is the same for the same seed, and another for another', () => {
    expect(agenda()).toEqual(agenda());
    expect(agenda('2')).not.toEqual(agenda());
  });

  it('is the same whether there is a sandbox or not, and tells it nothing', () => {
    const played = (changed: Partial<Province>) =>
      agendaOf(scenario, { ...province, ...changed }, members, '1');
    const agencies = province.agencies.filter(({ id }) => id !== province.sandbox);
    expect(agencies).toHaveLength(province.agencies.length - 1);
    expect(played({ agencies })).toEqual(played({}));
    expect(played({ sandbox: undefined })).not.toEqual(played({}));
  });

  it('has about 300 documents with keys of their own', () => {
    const documents = agenda();
    expect(documents.length).toBeGreaterThan(280);
    expect(documents.length).toBeLessThan(330);
    expect(new Set(documents.map(({ key }) => key)).size).toBe(documents.length);
  });

  it('goes in every direction', () => {
    expect([...directions(agenda())].sort()).toEqual([
      'central → commune',
      'central → province',
      'commune → central',
      'commune → district',
      'commune → province@other',
      'district → commune',
      'district → province',
      'province → central',
      'province → commune',
      'province → district',
      'province → province',
      'province → province@other',
      'province@other → province',
    ]);
  });

  it('has a department write to every district and commune, listed one by one', () => {
    const all = province.agencies.filter(
      ({ level }) => level === 'district' || level === 'commune',
    );
    const widest = agenda().filter(({ to }) => to.length === all.length);
    expect(all).toHaveLength(15 + 188);
    expect(widest).toHaveLength(2);
    for (const { to } of widest) expect(new Set(to.map(({ code }) => code)).size).toBe(all.length);
  });

  it('has districts write to their own communes, and communes to their own district', () => {
    for (const { from, to } of agenda())
      for (const { code } of to) {
        const direction = `${places.get(from) ?? ''} ${places.get(code) ?? ''}`;
        if (direction === 'district commune') expect(parents.get(code)).toBe(from);
        if (direction === 'commune district') expect(parents.get(from)).toBe(code);
      }
  });

  it('lets nobody write to itself, or twice to the same', () => {
    for (const { from, to } of agenda()) {
      const codes = to.map(({ code }) => code);
      expect(codes).not.toContain(from);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  it('runs from 07:00 to 11:30 in order, in whole seconds', () => {
    const times = agenda().map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.every((at) => at % 1_000 === 0)).toBe(true);
    expect(times[0]).toBeGreaterThanOrEqual(instant('2020-03-02T07:00:00+07:00'));
    expect(times.at(-1)).toBeLessThanOrEqual(instant('2020-03-02T11:30:00+07:00'));
  });

  it('keeps a few documents in their house', () => {
    expect(agenda().filter(({ to }) => to.length === 0)).toHaveLength(4);
  });

  it('gives paper to somebody in about 4 % of the documents from inside, and never from outside', () => {
    const documents = ['1', '2', '3', '4', '5'].flatMap((seed) => agenda(seed));
    const onPaper = documents.filter(({ to }) =>
      to.some(({ channel }) => channel !== 'electronic'),
    );
    const inside = documents.filter(({ from }) => parents.has(from));
    expect(onPaper.every(({ from }) => parents.has(from))).toBe(true);
    expect(onPaper.length / inside.length).toBeGreaterThan(0.02);
    expect(onPaper.length / inside.length).toBeLessThan(0.06);
  });

  it('can leave one of many recipients, or everybody, to paper', () => {
    const partly = agenda('1', { paper: { share: 1, wholly: 0 } });
    const channels = ({ to }: KeyedOrder): readonly string[] => to.map(({ channel }) => channel);
    for (const document of partly.filter(({ from, to }) => parents.has(from) && to.length > 0)) {
      const paper = channels(document).filter((channel) => channel !== 'electronic');
      expect(paper).toEqual([document.to.length === 1 ? 'both' : 'paper']);
    }
    const wholly = agenda('1', { paper: { share: 1, wholly: 1 } });
    for (const document of wholly.filter(({ from }) => parents.has(from)))
      expect(channels(document).every((channel) => channel === 'paper')).toBe(true);
  });

  it('writes the codes of the day: the old form before 15 September 2020, the new form after', () => {
    expect(agenda().every(({ from }) => from.startsWith('000.'))).toBe(true);
    const later = agenda('1', {
      opens: instant('2020-10-05T07:00:00+07:00'),
      closes: instant('2020-10-05T08:00:00+07:00'),
    });
    expect(later.every(({ from, to }) => [from, ...to.map((r) => r.code)].every(isNewForm))).toBe(
      true,
    );
  });

  const isNewForm = (code: string): boolean => /^[A-Z]\d\d(\.\d\d)*$/.test(code);

  it('lets a disconnected agency hand in nothing, and get paper, from then on', () => {
    const office = '000.00.13.H39';
    const from = instant('2020-03-02T09:00:00+07:00');
    const away = agenda('1', { disconnected: [{ agency: 'so-tttt', from }] });
    const isAfter = ({ at }: KeyedOrder): boolean => at >= from;
    const gone = agenda().filter((document) => document.from === office && isAfter(document));
    expect(gone.length).toBeGreaterThan(0);
    expect(away).toHaveLength(agenda().length - gone.length);
    const toOffice = away.flatMap((document) =>
      document.to
        .filter(({ code }) => code === office)
        .map(({ channel }) => [isAfter(document), channel] as const),
    );
    expect(toOffice.length).toBeGreaterThan(10);
    expect(toOffice.filter(([after]) => after).every(([, channel]) => channel === 'paper')).toBe(
      true,
    );
    expect(toOffice.some(([after, channel]) => !after && channel === 'electronic')).toBe(true);
  });

  it('tells the mocks what is sealed otherwise than the province file says, and what is altered', () => {
    const certificates = { none: ['ubnd'], expired: [], foreign: [] };
    const changed = agenda('1', {
      certificates,
      altered: [{ flow: 'department-province', documents: [2, 3] }],
    });
    const ubnd = (order: KeyedOrder): boolean => order.from === '000.00.00.H39';
    expect(changed.filter(({ unsealed }) => unsealed === true)).toEqual(changed.filter(ubnd));
    expect(changed.filter(({ altered }) => altered === true).map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'long-an-morning/2020-03-02/1/department-province/2',
        'long-an-morning/2020-03-02/1/department-province/3',
      ]),
    );
    const unsound = changed.map(({ unsealed: _u, altered: _a, ...order }) => order);
    expect(unsound).toEqual(agenda());
  });

  it('refuses causes of agencies that are not in the province', () => {
    const from = instant('2020-03-02T09:00:00+07:00');
    expect(() => agenda('1', { disconnected: [{ agency: 'xa-khong-co', from }] })).toThrow(
      'xa-khong-co',
    );
  });

  it('does not change a flow when another one changes', () => {
    const [first, ...rest] = scenario.flows;
    const fewer = agenda('1', { flows: rest });
    const others = agenda().filter(({ key }) => !key.includes(`/${first?.id ?? ''}/`));
    expect(fewer).toEqual(others);
  });

  it('refuses a group in which there is nobody', () => {
    const groups = {
      ...scenario.groups,
      communes: { where: 'outside', level: 'district', ids: ['x'] },
    };
    expect(() => agenda('1', { groups: groups as Scenario['groups'] })).toThrow('communes');
  });
});
