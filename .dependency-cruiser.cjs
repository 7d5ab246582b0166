/**
 * Who may import whom. An arrow is "may import":
 *
 *   apps → adapters → contracts → contexts → kernel, and apps → platform → kernel
 *
 * Every rule is proved to fire by test/integration/boundaries.spec.ts.
 * Specs and test/ may import anything; they keep only the rules about cycles and unresolved imports.
 */
const CONTEXTS = '(directory|documents|axis|dossiers|services)';
const SPEC = '\\.spec\\.ts$';

const code = (path) => ({ path, pathNot: SPEC });

/** `owner` may import of this repository only itself and the named libraries. */
const imports = (name, owner, libraries) => ({
  name,
  severity: 'error',
  from: code(`^${owner}/`),
  to: { path: '^(apps|libs|test)/', pathNot: [`^${owner}/`, `^libs/(${libraries.join('|')})/`] },
});

const packageOf = (name) => `(^|node_modules/)${name}(/|$)`;

/** Only the named libraries import the packages whose path matches. */
const driver = (name, packages, libraries) => ({
  name,
  severity: 'error',
  from: { path: '^(apps|libs)/', pathNot: [`^libs/(${libraries.join('|')})/`, SPEC] },
  to: { path: packageOf(packages) },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'only-through-index',
      severity: 'error',
      from: code('^(apps|libs)/([^/]+)/'),
      to: { path: '^libs/([^/]+)/(?!src/index\\.ts$)', pathNot: '^libs/$2/' },
    },
    {
      name: 'libs-do-not-know-apps',
      severity: 'error',
      from: code('^libs/'),
      to: { path: '^apps/' },
    },
    {
      name: 'apps-do-not-know-each-other',
      severity: 'error',
      from: code('^apps/([^/]+)/'),
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      // What is wrong with both cannot be found by comparing them.
      name: 'the-recount-counts-by-itself',
      severity: 'error',
      from: code('^libs/projections/src/verify/recount'),
      to: { path: '^libs/projections/src/(projections|read|runtime)/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['^libs/testing/', SPEC] },
      to: { path: ['^test/', '^libs/testing/', SPEC] },
    },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      from: code('^libs/kernel/'),
      to: { pathNot: ['^libs/kernel/', '^(node:)?crypto$'] },
    },
    {
      name: 'contexts-import-only-the-kernel',
      severity: 'error',
      from: code(`^libs/${CONTEXTS}/`),
      to: { pathNot: ['^libs/kernel/', '^libs/$1/'] },
    },
    imports('contracts-know-the-contexts-alone', 'libs/contracts', [
      'kernel',
      'directory',
      'documents',
      'dossiers',
      'services',
      'axis',
    ]),
    imports('platform-imports-only-the-kernel', 'libs/platform', ['kernel']),
    imports('edxml-imports-only-the-kernel', 'libs/edxml', ['kernel']),
    imports('signatures-import-only-the-kernel', 'libs/signatures', ['kernel']),
    imports('connector-knows-the-doors-alone', 'libs/connector', ['kernel', 'edxml', 'signatures']),
    imports('event-store-knows-no-context', 'libs/event-store', ['contracts', 'kernel']),
    imports('projections-fold-contexts-alone', 'libs/projections', [
      'contracts',
      'kernel',
      'directory',
      'documents',
      'dossiers',
      'services',
    ]),
    imports('e-office-is-outside', 'apps/eoffice', [
      'connector',
      'edxml',
      'kernel',
      'platform',
      'signatures',
    ]),
    driver('jetstream-behind-the-event-store', '@nats-io/(jetstream|kv|obj)', ['event-store']),
    driver('nats-behind-its-libraries', '@nats-io/(transport-node|nats-core)', [
      'connector',
      'event-store',
      'platform',
    ]),
    driver('redis-behind-the-projections', 'ioredis', ['projections']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
