import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AxisClient, AxisUnreachable } from '@lienthong/connector';
import { Logger } from '@nestjs/common';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger } from './ledger.js';
import { OutsideSystem } from './outside-system.js';
import { OutsideSystems } from './outside-systems.js';

const behaviour = {
  agreementShare: 1,
  decisionSeconds: [60, 600],
  refusalShare: 0,
  refusalReasons: ['gửi nhầm'],
  delaySeconds: {
    '01': [1, 2],
    '02': [1, 2],
    '03': [1, 2],
    '04': [1, 2],
    '05': [1, 2],
    '06': [1, 2],
  },
} satisfies ConstructorParameters<typeof OutsideSystem>[3]['behaviour'];

describe('the outside systems', () => {
  const axis = new AxisClient({ url: 'http://127.0.0.1:1', systemId: 'G22', secret: 's' });
  let folder: string;
  let systems: OutsideSystems;

  beforeEach(async () => {
    Logger.overrideLogger(false);
    folder = await mkdtemp(join(tmpdir(), 'outside-'));
    const ledger = await Ledger.open(folder);
    const directory = () => undefined;
    const world = { seed: '1', behaviour, directory, ledger };
    const system = new OutsideSystem('G22', ['000.00.00.G22'], axis, world);
    systems = new OutsideSystems([system], ledger, directory, new AbortController());
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await systems.close();
    await rm(folder, { recursive: true });
  });

  it('have nothing outstanding when they see that nothing waits on the axis', async () => {
    jest.spyOn(axis, 'getReceivedEdocList').mockResolvedValue([]);
    expect(await systems.settle()).toBe(0);
    expect(systems.state().outstanding).toBe(0);
  });

  it('are not settled while one of them cannot look at the axis', async () => {
    const list = jest.spyOn(axis, 'getReceivedEdocList');
    list.mockRejectedValue(new AxisUnreachable('getReceivedEdocList'));
    expect(await systems.settle()).toBe(0);
    expect(systems.state().outstanding).toBe(1);
    list.mockResolvedValue([]);
    await systems.settle();
    expect(systems.state().outstanding).toBe(0);
  });
});
