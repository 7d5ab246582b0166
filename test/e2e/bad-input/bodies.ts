import { type BadInput, DOCUMENT, document, documentText, OFFICE, TTTT } from './row.js';

const SOUND = JSON.stringify(DOCUMENT);
const DEEP = 100_000;

const row =
  (status: number, code: string) =>
  ([what, ask]: readonly [string, BadInput['ask']]): BadInput => ({
    what,
    ask,
    status,
    code,
    exitCode: 7,
  });

const nested = (levels: number): readonly unknown[] => (levels === 0 ? [] : [nested(levels - 1)]);

const malformed = [
  ['half an object', documentText(SOUND.slice(0, -1))],
  ['a comma too many', documentText(SOUND.replace('}]', '},]'))],
  ['single quotes', documentText("{'from':'H39'}")],
  ['not a number', documentText('{"priority":NaN}')],
  ['nothing', documentText('')],
  ['XML that is called JSON', documentText('<edXML/>')],
  ['lists 100,000 deep', documentText('['.repeat(DEEP) + ']'.repeat(DEEP))],
  ['objects 100,000 deep', documentText('{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP))],
  ['lists 40 deep in a field', document({ subject: nested(40) })],
] as const;

const duplicate = [
  ['a key twice', documentText(SOUND.replace('{', '{"from":"000.00.00.H39",'))],
  ['a key twice, once escaped', documentText(SOUND.replace('{', '{"fr\\u006fm":"H39",'))],
  ['a nested key twice', documentText(SOUND.replace('"number":', '"number":"2","number":'))],
  ['a key twice in a list', documentText(SOUND.replace('"code":"', '"code":"H1","code":"'))],
] as const;

const unknown = [
  ['a field that is not known', document({ urgent: true })],
  ['a nested field that is not known', document({ code: { ...DOCUMENT.code, year: 2020 } })],
  ['a field of a recipient that is not known', document({ to: [{ code: OFFICE, name: 'UBND' }] })],
  ['__proto__', documentText(SOUND.replace('{', '{"__proto__":{"from":"H39"},'))],
  ['constructor', documentText(SOUND.replace('{', '{"constructor":{"prototype":{}},'))],
  ['toString', documentText(SOUND.replace('{', '{"toString":"x",'))],
  ['a nested __proto__', documentText(SOUND.replace('"number"', '"__proto__":[],"number"'))],
  ['a nested constructor', documentText(SOUND.replace('"number"', '"constructor":"x","number"'))],
] as const;

const { to: _to, ...withoutRecipients } = DOCUMENT;
const file = { name: 'a.pdf', mediaType: 'application/pdf', content: 'YQ==' };
const withFile = (changes: object): BadInput['ask'] =>
  document({ attachments: [{ ...file, ...changes }] });

const DIGEST = 'abcdef01'.repeat(8);

const invalid = [
  ['a list in the place of the body', documentText('[]')],
  ['null in the place of the body', documentText('null')],
  ['a text in the place of the body', documentText('"H39"')],
  ['no field at all', documentText('{}')],
  ['no recipients', documentText(JSON.stringify(withoutRecipients))],
  ['no code', document({ code: undefined })],
  ['a number for a code', document({ to: [{ code: 39 }] })],
  ['a list for a code', document({ to: [{ code: [OFFICE] }] })],
  ['null for the sender', document({ from: null })],
  ['one recipient without a list', document({ to: { code: OFFICE } })],
  ['null for a recipient', document({ to: [null] })],
  ['a text for a recipient', document({ to: [OFFICE] })],
  ['a list for a recipient', document({ to: [[{ code: OFFICE }]] })],
  ['a list for the number and notation', document({ code: [DOCUMENT.code] })],
  ['null for an optional day', document({ dueOn: null })],
  ['null for an optional number', document({ priority: null })],
  ['null for a channel', document({ to: [{ code: OFFICE, channel: null }] })],
  ['null for the signer', document({ signer: null })],
  ['null for the attachments', document({ attachments: null })],
  ['an unknown channel', document({ to: [{ code: OFFICE, channel: 'fax' }] })],
  ['a priority as text', document({ priority: '1' })],
  ['a priority with a fraction', document({ priority: 1.5 })],
  ['a priority of 5', document({ priority: 5 })],
  ['a priority beyond every number', documentText(SOUND.replace('{', '{"priority":1e999,'))],
  ['a blank subject', document({ subject: ' \n' })],
  ['an empty DocumentId', document({ documentId: '' })],
  ['a DocumentId with a space at its end', document({ documentId: `${TTTT} ` })],
  ['a DocumentId of two lines', document({ documentId: 'a\nb' })],
  ['a subject of 2,001 letters', document({ subject: 'a'.repeat(2001) })],
  ['a subject of 20 million letters', document({ subject: 'a'.repeat(20_000_000) })],
  ['a NUL in the subject', document({ subject: 'a\u0000b' })],
  ['an override of direction in the subject', document({ subject: 'a\u202eb' })],
  ['half a pair in the subject', document({ subject: 'a\ud83db' })],
  ['the other half in a name', document({ signer: { fullName: '\ude00' } })],
  ['no character in the subject', document({ subject: 'a\ufffeb' })],
  ['31 February', document({ dueOn: '2020-02-31' })],
  ['29 February of 2019', document({ promulgatedOn: '2019-02-29' })],
  ['a day of the month first', document({ dueOn: '02/03/2020' })],
  ['a time on 31 February', document({ issuedAt: '2020-02-31T08:00:00+07:00' })],
  ['24 o’clock', document({ issuedAt: '2020-03-02T24:00:00+07:00' })],
  ['a time without a zone', document({ issuedAt: '2020-03-02T08:00:00' })],
  ['a time as a number', document({ issuedAt: 1583112000000 })],
  ['broken base64', withFile({ content: 'YQ=' })],
  ['base64 with a line end', withFile({ content: 'YQ==\n' })],
  ['base64 of another alphabet', withFile({ content: '-_-_' })],
  ['a number for base64', withFile({ content: 1 })],
  ['an attachment of nothing', withFile({ content: undefined })],
  ['an attachment of two contents', withFile({ digest: DIGEST })],
  ['an attachment of half a digest', withFile({ content: undefined, digest: 'ab' })],
  ['a digest in capitals', withFile({ content: undefined, digest: DIGEST.toUpperCase() })],
  ['an attachment that is a path', withFile({ name: '../a.pdf' })],
  ['an attachment of a Windows path', withFile({ name: 'C:\\a.pdf' })],
  ['an attachment that is a folder', withFile({ name: '..' })],
  ['a media type with a line end', withFile({ mediaType: 'text/html\r\nx: y' })],
  ['an attachment of more than 50 MiB', withFile({ content: 'A'.repeat(70_000_000) })],
] as const;

/** JSON that is none, says something twice, says too much or says it wrongly. */
export const badBodies: readonly BadInput[] = [
  ...malformed.map(row(400, 'malformed-json')),
  ...duplicate.map(row(400, 'duplicate-json-key')),
  ...unknown.map(row(400, 'unknown-field')),
  ...invalid.map(row(400, 'invalid-field')),
  row(
    422,
    'attachment-unknown',
  )(['an attachment that nobody uploaded', withFile({ content: undefined, digest: DIGEST })]),
  {
    what: 'another document under a DocumentId that is taken',
    ask: document({ documentId: `${TTTT},2020/03/02,0/SOUND`, subject: 'Văn bản khác' }),
    status: 409,
    code: 'document-differs',
    exitCode: 5,
  },
];
