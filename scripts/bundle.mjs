/**
 * Puts each program of the build into one file, `dist/bin/<name>.js`, with the packages that it uses: loading two
 * thousand files took a second of processor time at every start of a process, and twice the memory.
 *
 * Names and the lines of the code are kept, and each module is preceded by its path, so that a stack trace can be read.
 */
import { build } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './prepare.mjs';

const SERVICES = ['lgsp', 'projection', 'national', 'eoffice'];

/** What packages would use if it were there; none of it is installed. */
const ABSENT = [
  '@fastify/static',
  '@grpc/grpc-js',
  '@grpc/proto-loader',
  '@nestjs/websockets',
  '@nestjs/websockets/*',
  'amqp-connection-manager',
  'amqplib',
  'class-transformer/storage',
  'kafkajs',
  'mqtt',
  'nats',
];

/** Packages of the older module system call `require` also inside a bundle of the newer one. */
const REQUIRE = [
  "import { createRequire as createRequireOfBundle } from 'node:module';",
  'const require = createRequireOfBundle(import.meta.url);',
].join('\n');

/**
 * The bundler has each function told its name by a call, wherever one is made: 3 % of the processor time of `lgsp`. What
 * has no prototype is a function inside another, which nobody asks for its name; classes are asked, and so are functions that
 * stand for the type of a field, which the description of the door knows by their name `type`.
 */
const NAMING = 'var __name = (target, value) => __defProp(target, "name",';
const NAMING_CLASSES =
  'var __name = (target, value) => target.prototype === undefined && value !== "type" ? target : __defProp(target, "name",';

const bundle = async (programs, options = {}) => {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: Object.fromEntries(
      Object.entries(programs).map(([name, path]) => [name, `dist/apps/${path}`]),
    ),
    outdir: 'dist/bin',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    keepNames: true,
    external: ABSENT,
    banner: { js: REQUIRE },
    logLevel: 'warning',
    metafile: true,
    ...options,
  });
  const files = Object.keys(metafile.outputs).map((path) => join(ROOT, path));
  const renamed = await Promise.all(files.map(nameClassesOnly));
  if (!renamed.includes(true)) throw new Error('the bundler names functions in another way');
};

const nameClassesOnly = async (file) => {
  const code = await readFile(file, 'utf8');
  if (!code.includes(NAMING)) return false;
  await writeFile(file, code.replace(NAMING, NAMING_CLASSES));
  return true;
};

const services = Object.fromEntries(SERVICES.map((name) => [name, `${name}/src/main.js`]));

await Promise.all([
  // The description comes from the same bundle as what it describes, for what the bundler does to names shows in it.
  bundle({ ...services, 'describe-door': 'lgsp/src/describe.js' }),
  // A verb loads what it needs.
  bundle(
    { cli: 'cli/src/main.js', 'load-generator': 'cli/src/bench/generator/main.js' },
    { splitting: true, chunkNames: 'cli-[name]-[hash]' },
  ),
]);
