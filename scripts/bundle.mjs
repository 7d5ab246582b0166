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
 * The bundler has each function told its name by a call, wherever one is made: 5 % of the processor time of `lgsp`. Only
 * classes are asked for theirs, and functions that stand for the type of a field, which the description of the door knows
 * by their name `type`.
 */
const NAMING = 'var __name = (target, value) => __defProp(target, "name",';
const NAMING_CLASSES =
  'var __name = (target, value, isClass) => !isClass && value !== "type" ? target : __defProp(target, "name",';
const CLASS = /__name\(this, ("[^"]*")\)/g;
const NAMED_CLASS = '__name(this, $1, true)';

/**
 * The bundler escapes what is not ASCII in texts, and leaves it in patterns and comments. One such letter, and the engine
 * keeps the whole program, 8 MB of it, with two bytes a letter for as long as the process lives.
 */
const BEYOND_ASCII = /[^\0-\x7f]/g;
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

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
  const haveNaming = await Promise.all(files.map(lighten));
  if (!haveNaming.includes(true)) throw new Error('the bundler names functions in another way');
};

/** @returns whether it has the function that names functions */
const lighten = async (file) => {
  const code = await readFile(file, 'utf8');
  const lighter = code
    .replace(NAMING, NAMING_CLASSES)
    .replaceAll(CLASS, NAMED_CLASS)
    .replaceAll(BEYOND_ASCII, escaped);
  await writeFile(file, lighter);
  return code.includes(NAMING);
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
