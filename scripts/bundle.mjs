/**
 * Puts each program of the build into one file, `dist/bin/<name>.js`, with the packages that it uses: loading two
 * thousand files took a second of processor time at every start of a process, and twice the memory.
 *
 * Names and the lines of the code are kept, and each module is preceded by its path, so that a stack trace can be read.
 */
import { build } from 'esbuild';
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

const bundle = (programs, options = {}) =>
  build({
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
    ...options,
  });

const services = Object.fromEntries(SERVICES.map((name) => [name, `${name}/src/main.js`]));

await Promise.all([
  bundle(services),
  // A verb loads what it needs.
  bundle(
    { cli: 'cli/src/main.js', 'load-generator': 'cli/src/bench/generator/main.js' },
    { splitting: true, chunkNames: 'cli-[name]-[hash]' },
  ),
]);
