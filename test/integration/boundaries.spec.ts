import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const CRUISER = resolve('node_modules/.bin/depcruise');
const CONFIGURATION = resolve('.dependency-cruiser.cjs');

const configuration = z
  .object({ forbidden: z.array(z.object({ name: z.string() })) })
  .parse(createRequire(import.meta.url)(CONFIGURATION));

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string() })),
  }),
});

const LIBRARIES = [
  'kernel',
  'directory',
  'documents',
  'contracts',
  'platform',
  'edxml',
  'signatures',
  'connector',
  'event-store',
  'projections',
  'testing',
];

const PACKAGES = ['@nats-io/jetstream', '@nats-io/transport-node', 'ioredis', 'zod'];

/** The same shape as the repository, and everything in it allowed. */
const CLEAN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(LIBRARIES.map((name) => [`libs/${name}/src/index.ts`, 'export {};'])),
  ...Object.fromEntries(
    PACKAGES.flatMap((name) => [
      [`node_modules/${name}/index.js`, 'export {};'],
      [
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, type: 'module', main: 'index.js' }),
      ],
    ]),
  ),
  'libs/kernel/src/ids.ts': `import 'node:crypto';`,
  'libs/kernel/src/inner.ts': 'export {};',
  'libs/documents/src/document.ts': `import '@lienthong/kernel';`,
  'libs/documents/src/document.spec.ts': `import './document.js'; import '@lienthong/testing'; import 'zod';`,
  'libs/signatures/src/judge.ts': `import '@lienthong/kernel'; import 'zod';`,
  'libs/connector/src/client.ts': `import '@lienthong/edxml'; import '@lienthong/signatures'; import '@nats-io/transport-node';`,
  'libs/event-store/src/log.ts': `import '@lienthong/contracts'; import '@nats-io/jetstream';`,
  'libs/projections/src/flow.ts': `import '@lienthong/documents'; import 'ioredis';`,
  'libs/projections/src/projections/counted.ts': 'export {};',
  'libs/testing/src/nats.ts': `import '@lienthong/platform';`,
  'apps/lgsp/src/main.ts': `import '@lienthong/event-store'; import '@lienthong/documents'; import './door.js';`,
  'apps/lgsp/src/door.ts': `import 'zod';`,
  'apps/eoffice/src/main.ts': `import '@lienthong/connector'; import '@lienthong/platform'; import '@lienthong/signatures';`,
  'test/e2e/morning.spec.ts': `import '@lienthong/testing'; import 'ioredis'; import '../../libs/kernel/src/inner.js';`,
};

/** For each rule a file that breaks it. */
const PLANTED: Readonly<Record<string, readonly [file: string, content: string]>> = {
  'no-circular': ['libs/documents/src/circle-back.ts', `import './circle.js';`],
  'no-unresolvable': ['apps/lgsp/src/lost.ts', `import './nowhere.js';`],
  'only-through-index': ['apps/lgsp/src/inside.ts', `import '../../../libs/kernel/src/inner.js';`],
  'libs-do-not-know-apps': ['libs/contracts/src/up.ts', `import '../../../apps/lgsp/src/door.js';`],
  'apps-do-not-know-each-other': ['apps/eoffice/src/peer.ts', `import '../../lgsp/src/door.js';`],
  'the-recount-counts-by-itself': [
    'libs/projections/src/verify/recount.ts',
    `import '../projections/counted.js';`,
  ],
  'tests-are-not-imported': ['apps/lgsp/src/helped.ts', `import '@lienthong/testing';`],
  'kernel-imports-nothing': ['libs/kernel/src/reads.ts', `import 'node:fs';`],
  'contexts-import-only-the-kernel': [
    'libs/documents/src/neighbour.ts',
    `import type {} from '@lienthong/directory';`,
  ],
  'contracts-know-the-contexts-alone': [
    'libs/contracts/src/meaning.ts',
    `import '@lienthong/platform';`,
  ],
  'platform-imports-only-the-kernel': [
    'libs/platform/src/meaning.ts',
    `import '@lienthong/contracts';`,
  ],
  'edxml-imports-only-the-kernel': ['libs/edxml/src/meaning.ts', `import '@lienthong/documents';`],
  'signatures-import-only-the-kernel': [
    'libs/signatures/src/meaning.ts',
    `import '@lienthong/documents';`,
  ],
  'connector-knows-the-doors-alone': [
    'libs/connector/src/inside.ts',
    `import '@lienthong/contracts';`,
  ],
  'event-store-knows-no-context': [
    'libs/event-store/src/meaning.ts',
    `import '@lienthong/documents';`,
  ],
  'projections-fold-contexts-alone': [
    'libs/projections/src/log.ts',
    `import '@lienthong/event-store';`,
  ],
  'e-office-is-outside': ['apps/eoffice/src/inside.ts', `import '@lienthong/event-store';`],
  'jetstream-behind-the-event-store': ['libs/platform/src/log.ts', `import '@nats-io/jetstream';`],
  'nats-behind-its-libraries': ['apps/lgsp/src/nats.ts', `import '@nats-io/transport-node';`],
  'redis-behind-the-projections': ['apps/lgsp/src/cache.ts', `import 'ioredis';`],
};

const BESIDE_PLANTED = { 'libs/documents/src/circle.ts': `import './circle-back.js';` };

describe('the directions of imports', () => {
  let folder: string;

  const write = async (files: Readonly<Record<string, string>>) => {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), `${content}\n`);
    }
  };

  /** `rule: file` for each violation. */
  const violations = async (): Promise<readonly string[]> => {
    const { stdout } = await run(
      CRUISER,
      ['--config', CONFIGURATION, '--output-type', 'json', 'apps', 'libs', 'test'],
      { cwd: folder, maxBuffer: 16 * 1024 * 1024 },
    );
    const { summary } = report.parse(JSON.parse(stdout));
    return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lienthong-boundaries-'));
    await write({ ...CLEAN, 'package.json': JSON.stringify({ type: 'module' }) });
    await copyFile('tsconfig.json', join(folder, 'tsconfig.json'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('allow what the design allows', async () => {
    await expect(violations()).resolves.toEqual([]);
  });

  it('have a planted violation for each rule', () => {
    const rules = configuration.forbidden.map(({ name }) => name);
    expect(Object.keys(PLANTED).sort()).toEqual([...rules].sort());
  });

  it('are told by name and file where one is broken', async () => {
    await write({ ...Object.fromEntries(Object.values(PLANTED)), ...BESIDE_PLANTED });
    const told = await violations();
    for (const [rule, [file]] of Object.entries(PLANTED))
      expect(told).toContain(`${rule}: ${file}`);
  });
});
