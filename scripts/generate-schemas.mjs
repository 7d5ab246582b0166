/** Writes the JSON Schemas of the files in `scenarios/`, which editors read, from the shapes that the loader goes by. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { format } from 'prettier';
import { ROOT } from './prepare.mjs';

const folder = mkdtempSync(join(ROOT, 'node_modules', '.schemas-'));
const outfile = join(folder, 'schemas.mjs');
const entry = join(ROOT, 'apps', 'cli', 'src', 'run', 'json-schemas.ts');
const load = async () => {
  try {
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const { jsonSchemas } = await load();
for (const [name, schema] of Object.entries(jsonSchemas())) {
  const path = join(ROOT, 'scenarios', name);
  writeFileSync(path, await format(schema, { filepath: path, printWidth: 100 }));
}
