/**
 * Puts each program of the build into one file, `dist/bin/<name>.js`, with the packages that it uses: loading two
 * thousand files took a second of processor time at every start of a process, and twice the memory.
 *
 * The lines of the code and the names of what stands outside of functions are kept, and each module is preceded by its path,
 * so that a stack trace can be read.
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
 * The bundler has each function told its name by a call, wherever one is made: 5 % of the processor time of `lgsp`. Left are
 * those that are made once: classes, which are asked for it, and what stands outside of functions, for stack traces. Functions
 * that stand for the type of a field the description of the door knows by their name `type`.
 */
const NAMING = /var __name = \(target, value\) => __defProp\(target, "name",/;
const NAMING_TYPES =
  'var __name = (target, value) => value !== "type" ? target : __defProp(target, "name",';
const OF_CLASS = /__name(?=\(this, ")/g;
const OF_MODULE = /(?<=^(?:var|let|const) \w+ = \/\* @__PURE__ \*\/ )__name(?=\()/gm;
const NAME_ONCE =
  'var __nameOnce = (target, value) => Object.defineProperty(target, "name", { value, configurable: true });\n';

/**
 * The bundler escapes what is not ASCII in texts, and leaves it in patterns and comments. One letter beyond Latin-1, and the
 * engine keeps the whole program, 8 MB of it, with two bytes a letter for as long as the process lives.
 */
const BEYOND_ASCII = /[^\0-\x7f]/g;
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
/** Where an escape would be read as something else. */
const NOT_TO_BE_ESCAPED = /\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f]/;

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
  const found = await Promise.all(files.map(lighten));
  for (const pattern of [NAMING, OF_CLASS, OF_MODULE])
    if (!found.flat().includes(pattern))
      throw new Error(`the bundler writes no ${String(pattern)}`);
};

/** @returns what of the bundler's naming it has */
const lighten = async (file) => {
  const code = await readFile(file, 'utf8');
  if (NOT_TO_BE_ESCAPED.test(code)) throw new Error(`${file} cannot be written in ASCII`);
  const lighter = code
    .replace(NAMING, NAMING_TYPES)
    .replaceAll(OF_CLASS, '__nameOnce')
    .replaceAll(OF_MODULE, '__nameOnce')
    .replaceAll(BEYOND_ASCII, escaped);
  await writeFile(file, lighter === code ? code : NAME_ONCE + lighter);
  return [NAMING, OF_CLASS, OF_MODULE].filter((pattern) => code.search(pattern) !== -1);
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
