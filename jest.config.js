const shared = {
  cacheDirectory: '<rootDir>/.cache/jest',
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: {
    '^@lienthong/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

const project = (displayName, testMatch) => ({ ...shared, displayName, testMatch });

export default {
  testTimeout: 30_000,
  testSequencer: '<rootDir>/scripts/longest-first.mjs',
  projects: [
    project('unit', ['<rootDir>/{apps,libs}/**/*.spec.ts']),
    project('integration', ['<rootDir>/test/{integration,contract}/**/*.spec.ts']),
    project('e2e', ['<rootDir>/test/{e2e,faults}/**/*.spec.ts']),
    // What is measured needs the machine to itself.
    project('measured', ['<rootDir>/test/measured/**/*.spec.ts']),
  ],
};
