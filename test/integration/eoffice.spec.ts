import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger, type Running } from '@lienthong/platform';
import { freePort } from '@lienthong/testing';
import { stringify } from 'yaml';
import { z } from 'zod';
import { startEoffice } from '../../apps/eoffice/src/eoffice.js';
import { StandInPlatform } from './eoffice-platform.js';

const STEP: [number, number] = [1, 60];
const STEPS = { '01': STEP, '02': STEP, '03': STEP, '04': STEP, '05': STEP, '06': STEP };

/** Internal ids equal codes here, so that the stand-in needs no directory. */
const agency = (id: string, level: string): object => ({
  id,
  name: id,
  level,
  codes: [{ code: id }],
});

const PROVINCE = {
  province: 'Thử',
  behaviour: {
    jsonShare: 0.3,
    refusalShare: 0.3,
    refusalReasons: ['Gửi nhầm'],
    delaySeconds: { province: STEPS, district: STEPS, commune: STEPS },
  },
  agencies: [agency('P', 'province'), agency('D', 'district'), agency('C', 'commune')],
  systems: [
    { id: 'province', kind: 'eoffice', agencies: ['P'] },
    { id: 'district', kind: 'eoffice', agencies: ['D', 'C'] },
  ],
};

const AGENCIES = new Map(PROVINCE.systems.map(({ id, agencies }) => [id, agencies]));

const order = (n: number, from: string, to: readonly string[]): object => ({
  key: `k${String(n)}`,
  from,
  at: `2020-03-02T08:00:${String(n).padStart(2, '0')}+07:00`,
  to: to.map((code) => ({ code, channel: 'electronic' })),
  typeName: 'Công văn',
  subject: `Về việc ${String(n)}`,
  notation: 'CV',
});

const ORDERS = [
  order(1, 'P', ['D', 'C']),
  order(2, 'D', ['P']),
  order(3, 'C', ['D']),
  order(4, 'P', ['C']),
  order(5, 'P', []),
  order(6, 'D', ['C']),
];

const counts = z.object({
  outstanding: z.int(),
  issued: z.int(),
  sent: z.int(),
  refused: z.int(),
  received: z.int(),
  statusesSent: z.int(),
});

describe('the e-office systems of a province', () => {
  let folder: string;
  let platform: StandInPlatform;
  const running: Running[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lienthong-eoffice-'));
    platform = await StandInPlatform.start((system) => AGENCIES.get(system) ?? []);
    await writeFile(join(folder, 'province.yaml'), stringify(PROVINCE));
    const keys = Object.fromEntries([...AGENCIES.keys()].map((id) => [id, `key of ${id}`]));
    await writeFile(join(folder, 'keys.json'), JSON.stringify(keys));
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map((process) => process.close()));
    platform.stop();
    await rm(folder, { recursive: true });
  });

  const start = async (dataDir: string): Promise<{ control: string; stop(): Promise<void> }> => {
    const controlPort = await freePort();
    const process = await startEoffice(
      {
        platformUrl: platform.url,
        keysFile: join(folder, 'keys.json'),
        provinceFile: join(folder, 'province.yaml'),
        seed: '1',
        dataDir: join(folder, dataDir),
        controlPort,
        logLevel: 'silent',
      },
      createLogger('eoffice', 'silent'),
    );
    running.push(process);
    const stop = async (): Promise<void> => {
      running.splice(running.indexOf(process), 1);
      await process.close();
    };
    return { control: `http://127.0.0.1:${String(controlPort)}/control`, stop };
  };

  const issue = (control: string, documents: readonly object[]): Promise<Response> =>
    fetch(`${control}/issue`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ documents }),
    });

  const state = async (control: string): Promise<z.infer<typeof counts>> =>
    counts.parse(await (await fetch(`${control}/state`)).json());

  /** Until nothing is outstanding and a round finds nothing new; fails by the test's own time limit. */
  const settle = async (control: string): Promise<z.infer<typeof counts>> => {
    const round = z.object({ found: z.int(), outstanding: z.int() });
    for (;;) {
      const response = await fetch(`${control}/settle`, { method: 'POST' });
      const { found, outstanding } = round.parse(await response.json());
      if (found === 0 && outstanding === 0) return state(control);
    }
  };

  it('number, send, receive and answer what they are told to issue', async () => {
    const { control } = await start('data');
    expect((await issue(control, ORDERS)).status).toBe(202);
    const settled = await settle(control);
    expect(settled).toMatchObject({ outstanding: 0, issued: 6, sent: 6, refused: 0, received: 6 });
    expect(settled.statusesSent).toBe(platform.statuses.size);
    expect([...platform.documents.values()].map(({ documentId }) => documentId).sort()).toEqual([
      'C,2020/03/02,1/CV',
      'D,2020/03/02,1/CV',
      'D,2020/03/02,2/CV',
      'P,2020/03/02,1/CV',
      'P,2020/03/02,2/CV',
      'P,2020/03/02,3/CV',
    ]);
  });

  it('react by themselves, without being asked to settle', async () => {
    const { control } = await start('data');
    await issue(control, ORDERS);
    while ((await state(control)).received < 6 || (await state(control)).outstanding > 0);
    expect(platform.documents.size).toBe(6);
    expect(platform.statuses.size).toBe((await state(control)).statusesSent);
  });

  it('take the same order twice for one document', async () => {
    const { control } = await start('data');
    await issue(control, [...ORDERS, ...ORDERS]);
    await issue(control, ORDERS);
    expect(await settle(control)).toMatchObject({ issued: 6, sent: 6 });
    expect(platform.documents.size).toBe(6);
  });

  it('refuse to speak for agencies that are not theirs, and issue none of the batch', async () => {
    const { control } = await start('data');
    const response = await issue(control, [...ORDERS, order(7, 'X', ['P'])]);
    expect(response.status).toBe(422);
    expect(await settle(control)).toMatchObject({ issued: 0 });
  });

  it('record a final refusal and do not ask again', async () => {
    const { control } = await start('data');
    await issue(control, [order(1, 'P', ['000.00.99.H99'])]);
    expect(await settle(control)).toMatchObject({ issued: 1, sent: 0, refused: 1, outstanding: 0 });
    const before = platform.requests;
    await settle(control);
    expect(platform.requests).toBe(before + AGENCIES.size);
  });

  it('go on when the platform is busy, or is cut off after it has accepted', async () => {
    let n = 0;
    platform.whim = ({ method }) => {
      if (method !== 'POST') return undefined;
      n += 1;
      return n % 3 === 1 ? 'busy' : n % 3 === 2 ? 'cut-after' : undefined;
    };
    const { control } = await start('data');
    await issue(control, ORDERS);
    const settled = await settle(control);
    expect(settled).toMatchObject({ sent: 6, refused: 0, received: 6 });
    expect(platform.differing).toEqual([]);
    expect(platform.documents.size).toBe(6);
    expect(settled.statusesSent).toBe(platform.statuses.size);
  });

  it('lose nothing and double nothing wherever a crash cuts the journal off', async () => {
    const whole = await start('whole');
    await issue(whole.control, ORDERS);
    const expected = await settle(whole.control);
    const documents = new Map(platform.documents);
    const statuses = new Set(platform.statuses);
    await whole.stop();
    const journal = await readFile(join(folder, 'whole', 'e-office.ndjson'));
    for (const length of cutsOf(journal)) {
      const dataDir = `cut-${String(length)}`;
      await mkdir(join(folder, dataDir));
      await writeFile(join(folder, dataDir, 'e-office.ndjson'), journal.subarray(0, length));
      const again = await start(dataDir);
      await issue(again.control, ORDERS);
      expect(await settle(again.control)).toEqual(expected);
      await again.stop();
      expect(platform.differing).toEqual([]);
      expect(platform.documents).toEqual(documents);
      expect(platform.statuses).toEqual(statuses);
    }
  });

  /** The control: a journal that forgets an order in the middle gives numbers away a second time. */
  it('would double documents if an entry were lost in the middle', async () => {
    const whole = await start('whole');
    await issue(whole.control, ORDERS.slice(0, 1));
    await issue(whole.control, ORDERS.slice(1));
    await settle(whole.control);
    await whole.stop();
    const lines = (await readFile(join(folder, 'whole', 'e-office.ndjson'), 'utf8')).split('\n');
    await mkdir(join(folder, 'lost'));
    const rest = lines.filter((line) => !line.includes('"k1"')).join('\n');
    await writeFile(join(folder, 'lost', 'e-office.ndjson'), rest);
    const again = await start('lost');
    await issue(again.control, ORDERS);
    await settle(again.control);
    expect(platform.documents.size).toBeGreaterThan(6);
  });
});

/** The middle of every line: what is whole before it is what a crash left. */
const cutsOf = (journal: Buffer): readonly number[] => {
  const cuts: number[] = [];
  let start = 0;
  for (let end = journal.indexOf('\n'); end >= 0; end = journal.indexOf('\n', start)) {
    cuts.push(Math.floor((start + end) / 2));
    start = end + 1;
  }
  return cuts;
};
