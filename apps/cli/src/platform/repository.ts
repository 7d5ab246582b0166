import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MARK = 'package.json';

/** The folder that everything shipped lies in; the same whether this file runs from the sources or from the build. */
const root = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, MARK))) {
    if (folder === dirname(folder)) throw new Error(`${MARK} is in no folder above this file`);
    folder = dirname(folder);
  }
  return folder;
};

export const shipped = {
  program: (name: string) => join(root(), 'dist', 'bin', `${name}.js`),
  province: () => join(root(), 'scenarios', 'provinces', 'long-an.yaml'),
  authority: () => join(root(), 'scenarios', 'national', 'authority.yaml'),
  members: () => join(root(), 'scenarios', 'national', 'members.yaml'),
};
