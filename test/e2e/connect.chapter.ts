import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { province } from './shared-province.js';

const REPOSITORY = join(import.meta.dirname, '../..');
const GUIDE = join(REPOSITORY, 'docs/connect.md');
const MINUTES = 60_000;

const JUSTICE = '000.00.03.H39';
const HEALTH = '000.00.16.H39';
const EDUCATION = '000.00.15.H39';

interface Block {
  readonly heading: string;
  readonly language: string;
  readonly code: string;
}

/** The code of the guide, in its order, with the heading under which it stands. */
const blocksIn = (guide: string): readonly Block[] => {
  const found = guide.matchAll(
    /^## (?<heading>.*)$|^```(?<language>\w*)\n(?<code>[\s\S]*?)^```$/gm,
  );
  let heading = '';
  return [...found].flatMap(({ groups = {} }): readonly Block[] => {
    if (groups.heading !== undefined) heading = groups.heading;
    const { language, code } = groups;
    return language === undefined || code === undefined ? [] : [{ heading, language, code }];
  });
};

/** A reader's one shell: every line as it stands, and the file that the reader saves where it is spoken of. */
const scriptOf = (blocks: readonly Block[], program: string): string =>
  blocks
    .map(({ heading, language, code }, at) => {
      const said = `printf '\\n@@ %s\\n' '${String(at)} ${heading}'\n`;
      if (language === 'bash') return `${said}${code}`;
      return language === 'ts' ? `cp ${program} "$HERE/office.ts"\n` : '';
    })
    .join('');

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const bash = (script: string, environment: NodeJS.ProcessEnv): Promise<Ended> =>
  new Promise((resolve) => {
    const args = ['-euo', 'pipefail', script];
    const options = {
      cwd: REPOSITORY,
      env: { ...process.env, ...environment },
      timeout: 2 * MINUTES,
    };
    const child = execFile('bash', args, options, (_error, stdout, stderr) => {
      resolve({ exitCode: child.exitCode, stdout, stderr });
    });
  });

/** What the blocks under a heading printed. */
const saidUnder = (stdout: string, heading: string): string =>
  stdout
    .split(/^@@ \d+ /m)
    .filter((part) => part.startsWith(`${heading}\n`))
    .map((part) => part.slice(heading.length + 1))
    .join('');

describe('the guide for connecting a system', () => {
  let folder: string;
  let ended: Ended;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lienthong-guide-'));
    const blocks = blocksIn(readFileSync(GUIDE, 'utf8'));
    const program = join(folder, 'office.ts');
    const script = join(folder, 'guide.sh');
    writeFileSync(program, blocks.find(({ language }) => language === 'ts')?.code ?? '');
    writeFileSync(script, scriptOf(blocks, program));
    ended = await bash(script, { LIENTHONG_DATA_DIR: province().dataDir, TMPDIR: folder });
  }, 3 * MINUTES);

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('runs from its first line to its last', () => {
    expect(ended.stderr).toBe('');
    expect(ended.exitCode).toBe(0);
    expect(ended.stdout).not.toContain('"status":"FAIL"');
    expect(ended.stdout).not.toContain('/problems/');
  });

  it('has a system of curl alone send and hear', () => {
    const said = saidUnder(ended.stdout, 'With curl');
    expect(said).toContain(`{"to":"${HEALTH}","agency":"so-y-te","via":"local"}`);
    expect(said).toMatch(/^000\.00\.00\.H39: Hệ thống của đơn vị đã được nối/m);
    expect(said).toMatch(/^000\.00\.1[56]\.H39: 0\d$/m);
    expect(said).toMatch(/"recorded":(true|false)/);
  });

  it('has an e-office that knows the axis go on through the compatibility door', () => {
    const said = saidUnder(ended.stdout, 'Through the compatibility door');
    expect(said).toContain('Subject>Tư pháp gửi Y tế và Giáo dục');
    expect(said).toMatch(/"DocID":"[0-9a-f]{24}"/);
    expect(said).toMatch(new RegExp(`"to":"${JUSTICE}","messagetype":"edoc"`));
    expect(said).toMatch(new RegExp(`"to":"${HEALTH}","messagetype":"status"`));
  });

  it('has a program in TypeScript read both, and write to both', () => {
    const said = saidUnder(ended.stdout, 'With TypeScript');
    expect(said).toContain(`${JUSTICE}: Tư pháp gửi Y tế và Giáo dục`);
    expect(said).toMatch(new RegExp(`^${HEALTH}: `, 'm'));
    expect(said.trimEnd()).toMatch(/^[a-z2-7]{26}$/m);
  });

  it(
    'ends with three systems that have what each of the others sent',
    async () => {
      const said = saidUnder(ended.stdout, 'All three');
      expect(said).toContain(`${EDUCATION}: Giáo dục gửi Tư pháp và Y tế`);
      expect(said).toMatch(new RegExp(`^${HEALTH}: `, 'm'));
      expect(said).toMatch(new RegExp(`^${EDUCATION}$`, 'm'));
      await province().settled();
      const [trace] = await province().platform.operator.traces(`${JUSTICE},2020/03/02,15/STP-VP`);
      const statuses = z
        .array(
          z.object({
            to: z.string(),
            hops: z.array(z.looseObject({ statusCode: z.string().optional() })),
          }),
        )
        .parse(trace?.deliveries)
        .map(({ to, hops }) => [to, hops.map(({ statusCode }) => statusCode)] as const);
      expect(new Map(statuses).get(HEALTH)).toEqual(expect.arrayContaining(['01', '03']));
      expect(new Map(statuses).get(EDUCATION)).toContain('01');
    },
    MINUTES,
  );
});
