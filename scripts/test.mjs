/**
 * `npm test`: installs what is missing, then runs every check and every test. Ends with `tests: N passed, N failed`.
 */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeScratch, removeScratch } from './scratch.mjs';
import { FAILED, runStages } from './stages.mjs';

const results = mkdtempSync(join(tmpdir(), 'lienthong-results-'));

const scratch = makeScratch();

/** One test is one test; a file that cannot be run, or a project without tests, is one that failed. */
const jest = (name, project, workers, env = { TMPDIR: scratch }) => {
  const file = join(results, `${project}.json`);
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const options = ['--ci', '--json', `--outputFile=${file}`, `--maxWorkers=${workers}`];
  return {
    name,
    words: [...flags, 'node_modules/jest/bin/jest.js', '--selectProjects', project, ...options],
    env,
    count: (code) => {
      if (!existsSync(file)) return FAILED;
      const told = JSON.parse(readFileSync(file, 'utf8'));
      const failed = told.numFailedTests + told.numRuntimeErrorTestSuites;
      return {
        passed: told.numPassedTests,
        failed: failed === 0 && (code !== 0 || told.numTotalTests === 0) ? 1 : failed,
        skipped: told.numPendingTests + told.numTodoTests,
      };
    },
  };
};

const command = (name, ...words) => ({ name, words });

const PREPARE = 'scripts/prepare.mjs';
const DEPCRUISE = ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config'];

/** In the order in which one would like the news; stages of one line run side by side, the longest first. */
const groups = [
  [{ ...command('prepare', PREPARE, 'packages', 'servers'), needed: true }],
  [
    command('lint', 'node_modules/eslint/bin/eslint.js', '.'),
    command('build', PREPARE, 'build'),
    command('types', 'node_modules/typescript/bin/tsc', '--noEmit'),
    command('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '.'),
    command('boundaries', ...DEPCRUISE, '.dependency-cruiser.cjs', 'apps', 'libs', 'test'),
    command('generated code', 'scripts/generate-proto.mjs', '--check'),
  ],
  [command('openapi', 'scripts/lint-openapi.mjs')],
  [jest('unit', 'unit', 2)],
  [jest('integration', 'integration', 3)],
  [jest('end to end', 'e2e', 2)],
  // On the disk that users have.
  [jest('measured', 'measured', 1, {})],
];

try {
  await runStages(groups);
} finally {
  removeScratch(results);
  removeScratch(scratch);
}
