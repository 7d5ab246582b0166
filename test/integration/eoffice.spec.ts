import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger, type Running } from '@lienthong/platform';
import { startOf } from '@lienthong/kernel';
import {
  type AgencyCredentials,
  type CredentialsByAgency,
  parseSignatures,
  SignatureVerifier,
  TrustedAuthorities,
  writeCredentials,
} from '@lienthong/signatures';
import { freePort, SampleAuthority } from '@lienthong/testing';
import { startEoffice } from '../../apps/eoffice/src/eoffice.js';
import {
  AGENCIES,
  issue,
  order,
  ORDERS,
  provinceFolder,
  register,
  settle,
  state,
} from './eoffice-control.js';
import { StandInPlatform } from './eoffice-platform.js';

const CRASHES_WITHIN_MS = 120_000;

const LEADER = 'Nguyễn Thị Mẫu';
const AUTHORITY = new SampleAuthority();
const VERIFIER = new SignatureVerifier(TrustedAuthorities.fromPem(AUTHORITY.bundle));
/** The district has none. */
const CREDENTIALS: CredentialsByAgency = new Map<string, AgencyCredentials>([
  [
    'P',
    {
      organisation: AUTHORITY.credential('P'),
      person: { ...AUTHORITY.credential('P', 'person'), fullName: LEADER },
    },
  ],
  ['C', { organisation: AUTHORITY.credential('C') }],
]);

const registersOfAll = (control: string): Promise<readonly object[]> =>
  Promise.all([...AGENCIES.values()].flat().map((agency) => register(control, agency)));

describe('the e-office systems of a province', () => {
  let folder: string;
  let platform: StandInPlatform;
  const running: Running[] = [];

  beforeEach(async () => {
    folder = await provinceFolder();
    platform = await StandInPlatform.start((system) => AGENCIES.get(system) ?? []);
    await writeFile(join(folder, 'credentials.json'), writeCredentials(CREDENTIALS));
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
        credentialsFile: join(folder, 'credentials.json'),
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

  it('number, send, receive and answer what they are told to issue', async () => {
    const { control } = await start('data');
    expect((await issue(control, ORDERS)).status).toBe(202);
    const settled = await settle(control);
    expect(settled).toMatchObject({ outstanding: 0, issued: 6, sent: 6, refused: 0, received: 6 });
    expect(settled.statusesSent).toBe(platform.statuses.size);
    expect(settled.statusesHeard).toBe(platform.statuses.size);
    expect([...platform.documents.values()].map(({ documentId }) => documentId).sort()).toEqual([
      'C,2020/03/02,1/CV',
      'D,2020/03/02,1/CV',
      'D,2020/03/02,2/CV',
      'P,2020/03/02,1/CV',
      'P,2020/03/02,2/CV',
      'P,2020/03/02,3/CV',
    ]);
  });

  it('sign what they send with what their agencies hold, over the bytes as they are sent', async () => {
    const { control } = await start('data');
    await issue(control, ORDERS);
    await settle(control);
    const letters = [...platform.documents.values()];
    expect(new Set(letters.map(({ bytes }) => bytes[0]))).toEqual(new Set(Buffer.from('<{')));
    const holders = { P: ['person', 'organisation'], C: ['organisation'], D: [] };
    for (const { from, bytes, signatures: header } of letters) {
      expect(bytes.includes(LEADER)).toBe(from === 'P');
      const signatures = header === undefined ? [] : parseSignatures(header);
      const content = {
        bytes,
        at: startOf('2020-03-02'),
        isSenders: (code: string) => code === from,
      };
      const judged = signatures.map((signature) => VERIFIER.judge(signature, content));
      expect(
        (await Promise.all(judged)).map(({ holder, outcome }) => [from, holder, outcome]),
      ).toEqual(holders[from as keyof typeof holders].map((holder) => [from, holder, 'verified']));
    }
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
    const inboxAndStatuses = 2;
    expect(platform.requests).toBe(before + inboxAndStatuses * AGENCIES.size);
  });

  it('show in the outgoing register of one agency what the incoming one of the other says', async () => {
    const { control } = await start('data');
    await issue(control, ORDERS);
    await settle(control);
    const [ours, theirs] = [await register(control, 'P'), await register(control, 'C')];
    expect(ours.outgoing.map(({ number, subject, to }) => [number, subject, to.length])).toEqual([
      [1, 'Về việc 1', 2],
      [2, 'Về việc 4', 1],
      [3, 'Về việc 5', 0],
    ]);
    const fromP = theirs.incoming.filter(({ from }) => from === 'P');
    expect(fromP.map(({ subject }) => subject).sort()).toEqual(['Về việc 1', 'Về việc 4']);
    for (const { subject, answers } of fromP) {
      expect(['02', '06']).toContain(answers.at(-1)?.status);
      const told = ours.outgoing.find((line) => line.subject === subject);
      expect(told?.to.find(({ code }) => code === 'C')?.statuses).toEqual(answers);
    }
    expect((await fetch(`${control}/register?agency=X`)).status).toBe(404);
  });

  it('hear by themselves what became of their documents', async () => {
    const { control } = await start('data');
    await issue(control, ORDERS);
    const heardAll = async (): Promise<boolean> => {
      const { received, outstanding, statusesHeard } = await state(control);
      return received === 6 && outstanding === 0 && statusesHeard === platform.statuses.size;
    };
    while (!(await heardAll()));
    expect((await state(control)).statusesHeard).toBeGreaterThan(0);
  });

  it('are silent about the time where the platform lives in real time', async () => {
    platform.realTime = true;
    const { control } = await start('data');
    await issue(control, ORDERS);
    const startedAt = Date.now();
    expect(await settle(control)).toMatchObject({ sent: 6, refused: 0, received: 6 });
    expect(platform.documents.size).toBe(6);
    const times = [...platform.statuses].map((text) => Date.parse(text.split(' ').at(-1) ?? ''));
    expect(times.length).toBeGreaterThan(0);
    for (const time of times) {
      expect(time).toBeGreaterThanOrEqual(startedAt - 1);
      expect(time).toBeLessThanOrEqual(Date.now());
    }
  });

  it('wait for a person where a key is wrong, say so, and go on with the right one', async () => {
    platform.whim = ({ headers }) =>
      headers.authorization === 'Bearer key of province' ? 'wrong-key' : undefined;
    const { control } = await start('data');
    await issue(control, ORDERS);
    while ((await state(control)).sent < 3);
    expect(await state(control)).toMatchObject({
      refused: 0,
      failing: [{ system: 'province', lastError: expect.stringContaining('key-unknown') }],
    });
    platform.whim = () => undefined;
    expect(await settle(control)).toMatchObject({ sent: 6, refused: 0, failing: [] });
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

  it(
    'lose nothing and double nothing wherever a crash cuts the journal off',
    async () => {
      const whole = await start('whole');
      await issue(whole.control, ORDERS);
      const expected = await settle(whole.control);
      const written = await registersOfAll(whole.control);
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
        expect(await registersOfAll(again.control)).toEqual(written);
        await again.stop();
        expect(platform.differing).toEqual([]);
        expect(platform.documents).toEqual(documents);
        expect(platform.statuses).toEqual(statuses);
      }
    },
    CRASHES_WITHIN_MS,
  );

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
