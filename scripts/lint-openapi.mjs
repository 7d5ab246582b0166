/** Makes the description of the HTTP door from the platform as it is started and lints it; `--print` prints it instead. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const QUIET = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
const root = fileURLToPath(new URL('..', import.meta.url));
const { describeDoor } = await import(join(root, 'dist/bin/describe-door.js'));
const text = JSON.stringify(await describeDoor(), undefined, 2);

if (process.argv.includes('--print')) process.stdout.write(`${text}\n`);
else lint();

function lint() {
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    writeFileSync(file, text);
    const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js');
    const linted = spawnSync(
      process.execPath,
      [cli, 'lint', file, '--config', join(root, 'redocly.yaml')],
      { stdio: 'inherit', env: { ...process.env, ...QUIET } },
    );
    process.exitCode = linted.status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
