import { DECLARATION, LARGE, MIB, type Malicious, row, series, withSubject } from './row.js';

/** A sound packet behind a document type declaration, which makes something of its subject. */
const declared = (declaration: string, subject = 'a'): string =>
  withSubject(subject).replace(DECLARATION, () => `${DECLARATION}${declaration}\n`);

const entities = (count: number): string =>
  series(count, (at) => `<!ENTITY a${String(at + 1)} "${`&a${String(at)};`.repeat(10)}">`);

/** What a document type declaration can do to whoever believes it. */
export const declarations: readonly Malicious[] = [
  row('dtd-forbidden', 'a billion laughs', () =>
    declared(`<!DOCTYPE r [<!ENTITY a0 "lol">${entities(9)}]>`, '&a9;'),
  ),
  row('dtd-forbidden', 'a large entity that is used often', () =>
    declared(`<!DOCTYPE r [<!ENTITY a "${'a'.repeat(MIB)}">]>`, '&a;'.repeat(100_000)),
  ),
  row('dtd-forbidden', 'an entity that is a file', () =>
    declared('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'),
  ),
  row('dtd-forbidden', 'an entity that never ends', () =>
    declared('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///dev/zero">]>', '&x;'),
  ),
  row('dtd-forbidden', 'a declaration that is fetched', () =>
    declared('<!doctype r SYSTEM "http://127.0.0.1:9/x.dtd">'),
  ),
  row('dtd-forbidden', 'an entity inside the declaration', () =>
    declared('<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'),
  ),
  row('dtd-forbidden', 'declarations beyond measure', () =>
    declared(`<!DOCTYPE r [${'<!ENTITY a "a">'.repeat(Math.ceil(LARGE / 15))}]>`),
  ),
  row('dtd-forbidden', 'a declaration behind three megabytes of white space', () =>
    declared(`${' '.repeat(3 * MIB)}<!DOCTYPE r>`),
  ),
  row('malformed-xml', 'a declaration in UTF-16', () =>
    Buffer.from(`\uFEFF${declared('<!DOCTYPE r>')}`, 'utf16le'),
  ),
  row('malformed-xml', 'a declaration in UTF-7', () =>
    declared('+ADwAIQ-DOCTYPE r+AD4-').replace('UTF-8', 'UTF-7'),
  ),
  row('malformed-xml', 'an entity that nobody declares', () => withSubject('&x;')),
];
