import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCRIPT = 'scripts/generate-proto.mjs';
const GENERATED = 'libs/contracts/src/gen';

/** That what is committed passes is a stage of its own. */
describe('the check of the generated code', () => {
  let tree: string;

  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'lienthong-generated-'));
    for (const part of ['proto', SCRIPT, GENERATED, 'package.json']) {
      cpSync(join(ROOT, part), join(tree, part), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  });

  afterEach(() => {
    rmSync(tree, { recursive: true });
  });

  const check = () => {
    const { status, stderr } = spawnSync(process.execPath, [join(tree, SCRIPT), '--check'], {
      encoding: 'utf8',
    });
    return { status, stderr };
  };

  it('tells what to do when a message was added to a schema', () => {
    appendFileSync(join(tree, 'proto/lienthong/documents/v1/parked.proto'), '\nmessage Added {}\n');
    const { status, stderr } = check();
    expect(status).toBe(1);
    expect(stderr).toContain('libs/contracts/src/gen/messages.js differs from proto/');
    expect(stderr).toContain('Run: npm run proto');
  });
});
