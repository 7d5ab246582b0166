import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { writeDocumentPacket } from '@lienthong/edxml';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanDocument } from '../../../test/edxml/clean-packets.js';
import { runCli } from './program.js';

const SCENARIO = 'scenarios/long-an-morning.yaml';

const VERBS = [
  'up',
  'down',
  'status',
  'send',
  'trace',
  'search',
  'inbox',
  'tail',
  'metrics',
  'explain',
  'flow',
  'run',
  'agency ls',
  'agency show',
  'agency tree',
  'rebuild',
  'verify metrics',
  'verify log',
  'connect',
  'key ls',
  'key rotate',
  'key revoke',
  'requests',
  'mock ls',
  'mock act',
  'mock fault',
  'edxml check',
  'bench append',
  'bench flow',
  'doctor',
];

let folder: string;
let stdout = '';
let stderr = '';

const lienthong = (...args: readonly string[]): Promise<number> =>
  runCli(args.includes('--help') ? args : [...args, '--data', folder]);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-cli-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  stdout = '';
  stderr = '';
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

describe('every verb', () => {
  it.each(VERBS)('%s explains itself with an example and takes --json', async (verb) => {
    expect(await lienthong(...verb.split(' '), '--help')).toBe(0);
    expect(stdout).toContain(`./lienthong ${verb}`);
    expect(stdout).toContain('--json');
  });
});

describe('a mistyped command', () => {
  it.each([
    ['an unknown verb', ['fly']],
    ['an unknown flag', ['status', '--nope']],
    ['a missing argument', ['send']],
    ['one argument too many', ['down', 'now']],
    ['an unknown choice', ['up', '--durability', 'never']],
    ['a clock that is none', ['up', '--clock', 'scenario:yesterday']],
    ['a port that is none', ['up', '--port', '70000']],
    ['--once with nothing to play', ['up', '--once']],
    ['--once in the background', ['up', '--once', '--detach', '--scenario', SCENARIO]],
    ['a speed that is none', ['run', SCENARIO, '--speed', '-1']],
    ['an act that nobody does', ['mock', 'act', 'ubnd', 'dance']],
    ['a fault that there is none', ['mock', 'fault', 'fire', 'on']],
    ['an impossible probability', ['mock', 'fault', 'outage', 'on', '--probability', '2']],
    ['an impossible day', ['metrics', '--from', '2020-02-31']],
  ])('ends with 2: %s', async (_what, args) => {
    expect(await lienthong(...args)).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
  });

  it('is told as a problem document with --json', async () => {
    await lienthong('up', '--durability', 'never', '--json');
    expect(JSON.parse(stderr)).toMatchObject({ type: '/problems/usage', code: 'usage' });
  });

  it('without any verb is answered with the help', async () => {
    expect(await runCli([])).toBe(2);
    expect(stderr).toContain('Usage: lienthong');
  });
});

describe('without a platform', () => {
  it.each(['status', 'metrics', 'flow', 'tail', 'trace x', 'inbox ubnd', 'connect ubnd'])(
    '%s ends with 9 and says what to run',
    async (words) => {
      expect(await lienthong(...words.split(' '))).toBe(9);
      expect(stdout).toBe('');
      expect(stderr).toContain('./lienthong up');
    },
  );

  it('there is nothing to stop, and that is fine', async () => {
    expect(await lienthong('down', '--json')).toBe(0);
    expect(JSON.parse(stdout)).toStrictEqual({ stopped: [] });
  });

  it('a file that is not there ends with 4', async () => {
    expect(await lienthong('send', 'nowhere.edxml')).toBe(4);
  });

  it('a record that a power cut has cut off stands for none', async () => {
    writeFileSync(join(folder, 'supervisor.json'), '{');
    expect(await lienthong('status')).toBe(9);
  });
});

describe('the check of a packet', () => {
  const checked = async (packet: string): Promise<readonly [number, unknown]> => {
    const file = join(folder, 'checked.edxml');
    writeFileSync(file, packet);
    return [await lienthong('edxml', 'check', file, '--json'), JSON.parse(stdout)];
  };
  const sound = Buffer.from(writeDocumentPacket(cleanDocument)).toString();

  it('ends with 0 where there is nothing to say', async () => {
    expect(await checked(sound)).toStrictEqual([0, { ok: true, deviations: [] }]);
  });

  it('ends with 3, and with line, rule and fix, where a packet is read all the same', async () => {
    const [exitCode, found] = await checked(sound.replace('>2020/03/12<', '>12/03/2020<'));
    expect([exitCode, found]).toMatchObject([
      3,
      {
        ok: false,
        deviations: [
          {
            line: 40,
            rule: 'date-form',
            refused: false,
            found: '12/03/2020',
            fix: expect.any(String),
          },
        ],
      },
    ]);
  });

  it('ends with 7 where a packet is refused', async () => {
    const [exitCode, found] = await checked(sound.replaceAll('edXML:Subject>', 'edXML:Note>'));
    expect([exitCode, found]).toMatchObject([
      7,
      {
        ok: false,
        deviations: [{ rule: 'part-missing', refused: true }, { rule: 'element-unknown' }],
      },
    ]);
  });

  it('is a table for people, in both languages', async () => {
    expect(await lienthong('edxml', 'check', 'test/packets/update.edxml')).toBe(3);
    expect(stdout).toContain('signature-namespace');
    expect(stdout).toContain('Ký với SHA-256 trở lên.');
    expect(stdout).toContain('Sign with SHA-256 or better.');
  });

  it('ends with 4 where there is no file', async () => {
    expect(await lienthong('edxml', 'check', 'nowhere.edxml')).toBe(4);
  });
});
