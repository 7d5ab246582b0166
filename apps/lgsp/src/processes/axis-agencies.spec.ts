import 'reflect-metadata';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { AxisClient, type AxisAgency } from '@lienthong/connector';
import { subjectOf } from '@lienthong/contracts';
import { agency, type Agency, type AgencyCommand, type AgencyEvent } from '@lienthong/directory';
import { StoreUnavailable } from '@lienthong/event-store';
import { fold, instant } from '@lienthong/kernel';
import { Logger } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';
import { AxisAgencies } from './axis-agencies.js';

beforeAll(() => {
  Logger.overrideLogger(false);
});

const listed = (code102: string, name = code102): AxisAgency => ({
  id: code102,
  code: code102.split('.').reverse().join('.'),
  code102,
  name,
});

class Axis extends AxisClient {
  constructor(
    private readonly agencies: readonly AxisAgency[],
    private readonly ours: readonly AxisAgency[],
  ) {
    super({ url: 'http://127.0.0.1:1', systemId: 'H39', secret: 'x' });
  }

  override getAgenciesListQD20(level: number): Promise<readonly AxisAgency[]> {
    return Promise.resolve(level === 1 ? this.agencies : []);
  }

  override getSynchronizeUnit(): Promise<readonly AxisAgency[]> {
    return Promise.resolve(this.ours);
  }
}

/** A log of agencies alone, which refuses what the real one refuses. */
class Store {
  readonly states = new Map<string, Agency>();

  constructor(private readonly failure?: Error) {}

  async handle(_aggregate: unknown, id: string, command: AgencyCommand): Promise<object> {
    await Promise.resolve();
    if (this.failure !== undefined) throw this.failure;
    subjectOf('H39', 'agency', id);
    const before = this.states.get(id) ?? agency.initial;
    this.states.set(id, fold(agency, agency.decide(command, before), before));
    return { lastSequence: 1 };
  }
}

const learning = (
  agencies: readonly AxisAgency[],
  failure?: Error,
  ours: readonly AxisAgency[] = [],
) => {
  const store = new Store(failure);
  const view = new DirectoryView();
  const log = { reached: () => Promise.resolve() };
  const axis = new Axis(agencies, ours);
  const learner = new AxisAgencies(store as never, axis, view, log as never);
  return { learner, store, view };
};

describe("the axis's list of agencies", () => {
  it('is learned', async () => {
    const { learner, store } = learning([listed('000.00.01.G01'), listed('000.00.02.G01')]);
    await learner.learn();
    expect([...store.states.keys()]).toStrictEqual(['000-00-01-G01', '000-00-02-G01']);
    expect(learner.ready).toBe(true);
  });

  it('teaches nothing of what the axis has as ours, although we do not know it yet', async () => {
    const [own, other] = [listed('000.00.01.H39'), listed('000.00.01.G01')];
    const { learner, store } = learning([own, other], undefined, [own]);
    await learner.learn();
    expect([...store.states.keys()]).toStrictEqual(['000-00-01-G01']);
  });

  it('teaches nothing of an agency of ours whose old code has ended, or holds some day', async () => {
    const { learner, store, view } = learning([listed('000.00.13.H39'), listed('000.00.14.H39')]);
    const ours: AgencyEvent = {
      type: 'AgencyRegistered',
      realm: 'inside',
      name: 'Sở Thông tin và Truyền thông',
      placement: { level: 'province', sector: 'state' },
      codes: [
        { code: '000.00.13.H39', form: 'qcvn102', from: '2018-01-01', to: '2020-09-14' },
        { code: '000.00.14.H39', form: 'qcvn102', from: '9998-01-01' },
      ],
      from: '2018-01-01',
      at: instant('2020-03-02T08:00:00+07:00'),
    };
    view.current.applyAgency('so-tttt', ours);
    await learner.learn();
    expect([...store.states.keys()]).toStrictEqual([]);
  });

  it.each([
    ['a code that can be no id', [listed('000 00 01 G01'), listed('')]],
    ['the code of another', [listed('000.00.02.G01'), listed('000.00.02.G01', 'another')]],
  ])('is learned but for a row with %s', async (_what, rows) => {
    const { learner, store } = learning([...rows, listed('000.00.03.G01')]);
    await learner.learn();
    expect([...store.states.keys()]).toContain('000-00-03-G01');
    expect(learner.ready).toBe(true);
  });

  it('is not taken for learned when the log is away', async () => {
    const { learner } = learning([listed('000.00.01.G01')], new StoreUnavailable('away'));
    await expect(learner.learn()).rejects.toThrow(StoreUnavailable);
    expect(learner.ready).toBe(false);
  });
});
