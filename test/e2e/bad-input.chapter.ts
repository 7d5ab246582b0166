import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Problem, PlatformProblem } from '@lienthong/connector';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { endingOf } from '../../apps/cli/src/output/failure.js';
import { runCli } from '../../apps/cli/src/program.js';
import { readKey } from '../../apps/cli/src/platform/key-ring.js';
import { layoutOf } from '../../apps/cli/src/platform/layout.js';
import { badBodies } from './bad-input/bodies.js';
import { badCallers } from './bad-input/callers.js';
import { badCodes } from './bad-input/codes.js';
import { tell } from './bad-input/door.js';
import { badFraming } from './bad-input/framing.js';
import { badKeys } from './bad-input/keys.js';
import { badPackets, otherPacket } from './bad-input/packets.js';
import {
  type BadInput,
  type ByCommand,
  DOCUMENT,
  document,
  EXPIRED,
  JSON_HEADERS,
  NDJSON_HEADERS,
  OFFICE,
  OFFICE_SYSTEM,
  OPERATOR,
  PACKET_ID,
  post,
  REVOKED,
  type Scene,
  soundPacket,
  TAKEN,
  TTTT_SYSTEM,
} from './bad-input/row.js';
import { badSignatures } from './bad-input/signatures.js';
import { badStatuses } from './bad-input/statuses.js';
import { province } from './shared-province.js';

const MINUTES = 60_000;
const COMMAND = join(import.meta.dirname, '../../lienthong');
const SOON_MS = 2_000;
const SOUND_ID = `${DOCUMENT.from},2020/03/02,0/SOUND`;

const table: readonly BadInput[] = [
  ...badCallers,
  ...badKeys,
  ...badCodes,
  ...badBodies,
  ...badPackets,
  otherPacket,
  ...badStatuses,
  ...badSignatures,
  ...badFraming,
];

const byCommand = table.flatMap((row) =>
  row.command === undefined ? [] : [[row.what, row, row.command] as const],
);

const oneOfEachExitCode = [...new Map(byCommand.map((row) => [row[1].exitCode, row])).values()];

let scene: Scene;
let before: { readonly lastSequence: number; readonly parked: number | null };

const door = (): string => province().platform.addresses.platform;

const issuedSchema = z.object({ key: z.string(), keyId: z.string() });

/** A key that was revoked, and one that has expired. */
const endedKeys = async (operatorKey: string) => {
  const path = `/v1/systems/${TTTT_SYSTEM}/keys`;
  const authorization = `Bearer ${operatorKey}`;
  const issue = async (wish: object, headers: Readonly<Record<string, string>> = {}) => {
    const { text } = await tell(door(), {
      method: 'POST',
      path,
      headers: { ...JSON_HEADERS, authorization, ...headers },
      body: Buffer.from(JSON.stringify(wish)),
    });
    return issuedSchema.parse(JSON.parse(text));
  };
  const revoked = await issue({});
  await tell(door(), {
    method: 'DELETE',
    path: `${path}/${revoked.keyId}`,
    headers: { authorization },
  });
  const soon = Date.now() + SOON_MS;
  const wish = { validUntil: new Date(soon).toISOString() };
  const expired = await issue(wish, { 'idempotency-key': TAKEN });
  while (Date.now() <= soon) await pause(soon + 1 - Date.now());
  return { revoked, expired };
};

const problemSchema = z.looseObject({
  type: z.string(),
  code: z.string(),
  status: z.int(),
  title: z.string(),
  detail: z.string(),
  titleEn: z.string().regex(/[a-z]/),
  detailEn: z.string().regex(/[a-z]/),
});

/** What every problem has to be, whatever it is about. */
const expectProblem = (text: string, status: number, code: string): Problem => {
  const problem = problemSchema.parse(JSON.parse(text));
  expect(problem).toMatchObject({ type: `/problems/${code}`, code, status });
  expect(`${problem.title} ${problem.detail}`).toMatch(/[À-ỹ]/);
  expect(text).not.toMatch(/node_modules|file:\/\/|\.[jt]s:\d|\bat \w+ \(/);
  return problem;
};

interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

type RunCommand = (args: readonly string[]) => Promise<Ended>;

const commandHere: RunCommand = async (args) => {
  const told = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    jest.spyOn(process[stream], 'write').mockImplementation((text) => {
      told[stream] += String(text);
      return true;
    });
  try {
    return { exitCode: await runCli(args), ...told };
  } finally {
    jest.restoreAllMocks();
  }
};

const commandAsProcess: RunCommand = (args) =>
  new Promise((resolve) => {
    const child = execFile(COMMAND, args, (_error, stdout, stderr) => {
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr });
    });
  });

const expectRefusal = async (
  run: RunCommand,
  { status, code, exitCode }: BadInput,
  command: (scene: Scene) => ByCommand,
): Promise<void> => {
  const { file, as } = command(scene);
  const { dataDir } = province();
  const path = join(dataDir, 'bad.edxml');
  writeFileSync(path, file);
  const ended = await run(['send', path, '--json', '--as', as, '--data', dataDir]);
  expect([ended.exitCode, ended.stdout]).toStrictEqual([exitCode, '']);
  expectProblem(ended.stderr, status, code);
};

describe('bad input', () => {
  beforeAll(async () => {
    const { documentId } = await province()
      .client(TTTT_SYSTEM)
      .sendDocument({ ...DOCUMENT, documentId: SOUND_ID });
    await province()
      .client(OFFICE_SYSTEM)
      .sendPacket(soundPacket([PACKET_ID, PACKET_ID.replace('2/BAD', '0/SOUND')]));
    await province().settled();
    const operatorKey = readKey(layoutOf(province().dataDir).operatorKey);
    const { revoked, expired } = await endedKeys(operatorKey);
    const keys: Readonly<Record<string, string>> = {
      ...province().keys,
      [OPERATOR]: operatorKey,
      [REVOKED]: revoked.key,
      [EXPIRED]: expired.key,
    };
    scene = { documentId, revokedKeyId: revoked.keyId, key: (caller) => keys[caller] ?? '' };
    before = await province().platform.operator.status();
  }, MINUTES);

  it.each(table.map((row) => [row.what, row] as const))(
    '%s is refused',
    async (_what, { ask, status, code, exitCode }) => {
      const told = await tell(door(), ask(scene));
      expect([told.status, told.text]).toStrictEqual([status, expect.stringContaining(code)]);
      expect(told.headers['content-type']).toMatch(/^application\/problem\+json/);
      const problem = expectProblem(told.text, status, code);
      expect(endingOf(new PlatformProblem(problem)).exitCode).toBe(exitCode);
      if (status === 401) expect(told.headers['www-authenticate']).toBe('Bearer');
      if (status === 405) expect(told.headers.allow).toMatch(/^(GET|POST|GET, POST)$/);
    },
  );

  it.each(byCommand)('%s ends the command with its exit code', async (_what, row, command) => {
    await expectRefusal(commandHere, row, command);
  });

  it.each(oneOfEachExitCode)(
    '%s ends a process with its exit code',
    async (_what, row, command) => {
      await expectRefusal(commandAsProcess, row, command);
    },
  );

  it('cut off in the middle has no effect', async () => {
    const body = JSON.stringify(DOCUMENT);
    const { headers } = document({})(scene);
    await new Promise<void>((resolve) => {
      const asking = request(`${door()}/v1/documents`, {
        method: 'POST',
        headers: { ...headers, 'content-length': String(body.length) },
        agent: false,
      });
      asking.once('error', () => {
        resolve();
      });
      asking.write(body.slice(0, -1), () => {
        asking.destroy(new Error('cut off'));
      });
    });
  });

  it('wrote nothing, parked nothing, and the province is well', async () => {
    await province().settled();
    const after = await province().platform.operator.status();
    expect(after.lastSequence).toBe(before.lastSequence);
    expect(after.parked).toBe(before.parked);
    const { deliveries } = await province().client(TTTT_SYSTEM).sendDocument(DOCUMENT);
    expect(deliveries.map(({ to }) => to)).toStrictEqual([OFFICE]);
    const again = await province().platform.operator.status();
    expect(again.lastSequence).toBeGreaterThan(before.lastSequence);
  });

  it('in one line of many is told of that line, and the others are taken', async () => {
    const line = (status: string, description: string): string =>
      `${JSON.stringify({ documentId: scene.documentId, agency: OFFICE, status, description, at: '2020-03-02T09:00:00+07:00' })}\n`;
    const body = [line('05', 'một'), line('99', 'hai'), '{"a":1,"a":2}\n', line('04', 'ba')];
    const ask = post('/v1/statuses', body.join(''), { as: OFFICE_SYSTEM, headers: NDJSON_HEADERS });
    const { status, text } = await tell(door(), ask(scene));
    expect(status).toBe(200);
    const answers = text
      .trimEnd()
      .split('\n')
      .map((answer): unknown => JSON.parse(answer));
    expect(answers).toMatchObject([
      { line: 1, ok: true, recorded: true },
      { line: 2, ok: false, problem: { code: 'status-unknown', status: 422 } },
      { line: 3, ok: false, problem: { code: 'duplicate-json-key', status: 400 } },
      { line: 4, ok: true, recorded: true },
    ]);
  });
});
