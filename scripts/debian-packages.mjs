/**
 * Fetches Debian packages through the machine's own apt sources, without root and without touching its apt state.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * Unpacks `packages` of `suite` with the shared libraries that they need and this machine has not installed.
 *
 * @param {{ packages: string[], suite: string | undefined, into: string, workFolder: string }} wanted
 *   without a suite, the machine's own is used with its updates
 * @throws {Error} where there is no Debian, no apt, or no package source that can be reached
 */
export const unpackDebianPackages = async ({ packages, suite, into, workFolder }) => {
  const release = await debianCodename();
  const stanzas = forSuite(await machineStanzas(release), release, suite);
  const apt = await privateApt(stanzas, workFolder);
  await apt('apt-get', 'update');
  await apt('apt-get', 'download', ...packages, ...(await missingLibraries(apt, packages)));
  await mkdir(into, { recursive: true });
  for (const file of await readdir(workFolder)) {
    if (file.endsWith('.deb')) await run('dpkg-deb', ['-x', join(workFolder, file), into]);
  }
};

const debianCodename = async () => {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const field = (name) => new RegExp(`^${name}="?([^"\n]+)"?$`, 'm').exec(release)?.[1];
  const codename = field('VERSION_CODENAME');
  if (field('ID') !== 'debian' || codename === undefined) throw new Error('this is not Debian');
  return codename;
};

/** The machine's binary package sources for `release` as deb822 stanzas. */
const machineStanzas = async (release) => {
  const folder = '/etc/apt/sources.list.d';
  const names = await readdir(folder).catch(() => []);
  const files = ['/etc/apt/sources.list', ...names.map((name) => join(folder, name))];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
  const stanzas = texts.flatMap((text, index) =>
    files[index].endsWith('.sources') ? fromDeb822(text) : fromOneLine(text),
  );
  const own = stanzas.filter((stanza) =>
    suitesOf(stanza).some((suite) => suite === release || suite.startsWith(`${release}-`)),
  );
  if (own.length === 0) throw new Error(`no package source for Debian ${release} is configured`);
  return own;
};

const suitesOf = (stanza) => /^Suites:\s*(.*)$/im.exec(stanza)?.[1].trim().split(/\s+/) ?? [];

const fromDeb822 = (text) =>
  text
    .replace(/^#.*\n/gm, '')
    .split(/\n\s*\n/)
    .map((stanza) => stanza.trim())
    .filter((stanza) => /^Types:.*\bdeb\b/im.test(stanza) && !/^Enabled:\s*no/im.test(stanza));

const ONE_LINE = /^deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+(.+)$/;
const OPTIONS = { 'signed-by': 'Signed-By', arch: 'Architectures', trusted: 'Trusted' };

const fromOneLine = (text) =>
  text.split('\n').flatMap((line) => {
    const [, options = '', uri, suite, components] = ONE_LINE.exec(line.trim()) ?? [];
    if (uri === undefined) return [];
    const fields = options
      .split(/\s+/)
      .map((option) => option.split('='))
      .filter(([name]) => name in OPTIONS)
      .map(([name, value]) => `${OPTIONS[name]}: ${value.replaceAll(',', ' ')}`);
    const head = [`Types: deb`, `URIs: ${uri}`, `Suites: ${suite}`, `Components: ${components}`];
    return [[...head, ...fields].join('\n')];
  });

const forSuite = (stanzas, release, suite) => {
  if (suite === undefined || suite === release) return stanzas;
  const archive = stanzas.find((stanza) => suitesOf(stanza).includes(release));
  if (archive === undefined) throw new Error(`no package source for ${suite} can be derived`);
  return [archive.replace(/^Suites:.*$/im, `Suites: ${suite}`)];
};

/** apt with its own source list, indexes and cache under `folder`; returns what it printed. */
const privateApt = async (stanzas, folder) => {
  await mkdir(join(folder, 'lists/partial'), { recursive: true });
  await mkdir(join(folder, 'cache/archives/partial'), { recursive: true });
  const sources = resolve(folder, 'private.sources');
  await writeFile(sources, `${stanzas.join('\n\n')}\n`);
  const settings = {
    'Dir::Etc::sourcelist': sources,
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::Etc::preferences': '/dev/null',
    'Dir::Etc::preferencesparts': '/dev/null',
    'Dir::State::Lists': resolve(folder, 'lists'),
    'Dir::Cache': resolve(folder, 'cache'),
    'Acquire::Languages': 'none',
    'APT::Sandbox::User': 'root',
    'APT::Update::Error-Mode': 'any',
  };
  const options = Object.entries(settings).map(([name, value]) => `-o${name}=${value}`);
  return async (command, ...words) => {
    const settled = {
      cwd: folder,
      maxBuffer: MAX_OUTPUT_BYTES,
      env: { ...process.env, LC_ALL: 'C' },
    };
    return (await run(command, [...options, ...words], settled)).stdout;
  };
};

/** The shared libraries that `packages` need, and those that these need, as far as they are not installed here. */
const missingLibraries = async (apt, packages) => {
  const missing = new Set();
  for (let asked = packages; asked.length > 0;) {
    const told = await apt('apt-cache', 'depends', '--important', ...asked);
    const names = [...told.matchAll(/Depends: (lib[a-z0-9+.-]+)/g)].map(([, name]) => name);
    asked = (await notInstalled(names)).filter((name) => !missing.has(name));
    asked.forEach((name) => missing.add(name));
  }
  return [...missing];
};

const notInstalled = async (names) => {
  const { stdout } = await run('dpkg-query', ['-W', '-f', '${db:Status-Abbrev} ${Package}\n']);
  const installed = new Set(
    stdout.split('\n').flatMap((line) => /^ii\s+(\S+)/.exec(line)?.[1] ?? []),
  );
  return names.filter((name) => !installed.has(name));
};
