import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Mocks } from '../../apps/cli/src/platform/mocks.js';
import { runCli } from '../../apps/cli/src/program.js';
import { SENDER, askBack, inbox, saidOf, until, write } from './letters.js';
import { province } from './shared-province.js';

const MINUTES = 60_000;
const TREASURY = '000.00.05.H39';
const NEIGHBOUR = '000.00.00.H53';
const CABINET = '000.00.00.G22';

let stdout = '';
let stderr = '';

beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** One `lienthong mock …`: its exit code, and what it printed. */
const mock = async (...args: readonly string[]): Promise<readonly [number, unknown]> => {
  stdout = '';
  stderr = '';
  const exitCode = await runCli(['mock', ...args, '--json', '--data', province().dataDir]);
  return [exitCode, stdout === '' ? undefined : JSON.parse(stdout)];
};

const act = async (agency: string, ...words: readonly string[]): Promise<number> =>
  (await mock('act', agency, ...words))[0];

/** Resolves when the only paused agency has something to answer. */
const arrived = async (agency: string): Promise<void> => {
  const mocks = new Mocks(province().platform.addresses);
  await until(
    () => mocks.systems(),
    (systems) => systems.some(({ paused, waiting }) => paused.includes(agency) && waiting > 0),
  );
};

describe('the mocks, by hand', () => {
  it('are listed with their agencies and what is still to be done', async () => {
    const [exitCode, listed] = await mock('ls');
    expect(exitCode).toBe(0);
    expect(listed).toMatchObject({
      systems: expect.arrayContaining([
        { mock: 'eoffice', id: 'qlvb-so-tttt', agencies: ['so-tttt'], waiting: 0, paused: [] },
        { mock: 'national', id: CABINET, agencies: [CABINET], waiting: 0, paused: [] },
      ]),
      faults: [],
    });
  });

  it(
    'let somebody answer in the place of an agency, which says nothing itself meanwhile',
    async () => {
      expect(await act('so-tai-chinh', 'pause')).toBe(0);
      const documentId = await write('1/TAY', 'V/v làm bằng tay', TREASURY);
      await arrived('so-tai-chinh');
      expect(await act('so-tai-chinh', 'receive', '--document', documentId)).toBe(0);
      expect(await askBack(documentId, TREASURY, 'Gửi nhầm')).toMatchObject([{ ok: true }]);
      await until(
        () => act(TREASURY, 'decline', '--document', documentId, '--reason', 'Đang xử lý'),
        (exitCode) => exitCode === 0,
      );
      expect(await act('so-tai-chinh', 'complete', '--document', documentId)).toBe(0);
      expect(await act('so-tai-chinh', 'resume')).toBe(0);
      await province().settled();
      expect(await saidOf(documentId)).toEqual(['03', '13', '16', '06']);
    },
    MINUTES,
  );

  it(
    'let somebody refuse in the place of an agency beyond the axis',
    async () => {
      expect(await act(NEIGHBOUR, 'pause')).toBe(0);
      const documentId = await write('2/TAY', 'V/v làm bằng tay ở tỉnh bạn', NEIGHBOUR);
      await until(
        () => act(NEIGHBOUR, 'refuse', '--document', documentId, '--reason', 'Gửi nhầm nơi nhận'),
        (exitCode) => exitCode === 0,
      );
      await until(
        () => saidOf(documentId),
        (said) => said.length > 0,
      );
      expect(await act(NEIGHBOUR, 'resume')).toBe(0);
      await province().settled();
      expect(await saidOf(documentId)).toEqual(['02']);
    },
    MINUTES,
  );

  it.each([
    ['inside', TREASURY, 'eoffice'],
    ['outside', CABINET, 'national'],
  ])(
    'have an agency %s send a document',
    async (_, from, system) => {
      const subject = `V/v gửi bằng tay từ ${from}`;
      const sent = await mock('act', from, 'send', '--to', SENDER, '--subject', subject);
      expect(sent).toMatchObject([0, { mock: system }]);
      await province().settled();
      const came = (await inbox()).filter((entry) => entry.subject === subject);
      expect(came).toMatchObject([{ senderCode: from }]);
    },
    MINUTES,
  );

  it.each([
    ['inside', TREASURY],
    ['outside', CABINET],
  ])(
    'tell that a document from an agency %s is refused, and by its exit code',
    async (_, from) => {
      const nobody = '000.00.99.H99';
      const refused = await mock('act', from, 'send', '--to', nobody);
      expect(refused).toStrictEqual([7, undefined]);
      expect(stderr).toContain('"detail"');
      await province().settled();
    },
    MINUTES,
  );

  it('tell that a report is refused, and why', async () => {
    const documentId = await write('3/TAY', 'V/v không ai hỏi', TREASURY);
    await province().settled();
    expect(await act(TREASURY, 'agree', '--document', documentId)).toBe(7);
    expect(JSON.parse(stderr)).toMatchObject({ code: 'no-open-request' });
  });

  it('answer with 4 for an agency that nobody plays, and for a document that nobody has', async () => {
    expect(await act('000.00.00.H99', 'pause')).toBe(4);
    expect(await act('so-tai-chinh', 'receive', '--document', 'nothing')).toBe(4);
  });
});
