// Runs TypeScript that stands anywhere against the libraries as they are built:
//   node --import ./scripts/typescript.mjs office.ts
import { existsSync, readFileSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import typescript from 'typescript';

const LIBRARY = /^@lienthong\/([a-z-]+)$/;

// The hooks below run in a thread of their own, which loads this file once more.
if (isMainThread) register(import.meta.url);

export const resolve = async (specifier, context, next) => {
  const name = LIBRARY.exec(specifier)?.[1];
  if (name === undefined) return next(specifier, context);
  const url = new URL(`../dist/libs/${name}/src/index.js`, import.meta.url);
  if (!existsSync(url)) throw new Error(`${specifier} is not built yet: run \`npm run build\`.`);
  return { url: url.href, shortCircuit: true };
};

export const load = async (url, context, next) => {
  if (!url.endsWith('.ts')) return next(url, context);
  const { outputText } = typescript.transpileModule(readFileSync(fileURLToPath(url), 'utf8'), {
    compilerOptions: {
      module: typescript.ModuleKind.ESNext,
      target: typescript.ScriptTarget.ES2023,
    },
  });
  return { format: 'module', source: outputText, shortCircuit: true };
};
