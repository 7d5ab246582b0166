// Generates libs/contracts/src/gen from proto/. With --check: says whether what is committed is up to date.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const committed = join(root, 'libs/contracts/src/gen');
const FILES = ['messages.js', 'messages.d.ts'];

const tools = createRequire(import.meta.url);
const run = (tool, ...args) =>
  execFileSync(process.execPath, [tools.resolve(`protobufjs-cli/bin/${tool}`), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });

const protos = () =>
  readdirSync(join(root, 'proto'), { recursive: true })
    .filter((name) => name.endsWith('.proto'))
    .sort()
    .map((name) => join('proto', name));

// Only what the codecs call: encode and decode.
const SHAPE = ['create', 'verify', 'convert', 'delimited', 'typeurl', 'service'];

const pbjs = (out, ...options) =>
  run(
    'pbjs',
    ...['--target', 'static-module', '--wrap', 'esm', '--force-number', '--path', 'proto'],
    ...SHAPE.map((part) => `--no-${part}`),
    ...['--out', out, ...options, ...protos()],
  );

const generate = (folder) => {
  const [code, types] = FILES.map((name) => join(folder, name));
  // pbts reads the types off the comments, which nobody needs afterwards.
  pbjs(code);
  run('pbts', '--out', types, code);
  pbjs(code, '--no-comments');
};

const check = () => {
  const fresh = mkdtempSync(join(tmpdir(), 'lienthong-proto-'));
  try {
    generate(fresh);
    return FILES.filter((name) => textOf(join(fresh, name)) !== textOf(join(committed, name)));
  } finally {
    rmSync(fresh, { recursive: true });
  }
};

const textOf = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
};

if (process.argv.includes('--check')) {
  const stale = check();
  for (const name of stale) console.error(`libs/contracts/src/gen/${name} differs from proto/`);
  if (stale.length > 0) {
    console.error('Run: npm run proto');
    process.exitCode = 1;
  }
} else {
  generate(committed);
}
