import {
  type BadInput,
  DOCUMENT,
  document,
  documentText,
  get,
  JSON_HEADERS,
  NDJSON_HEADERS,
  OFFICE_SYSTEM,
  OPERATOR,
  post,
  type Posting,
} from './row.js';

const MIB = 1024 * 1024;
const SOUND = JSON.stringify(DOCUMENT);

const row =
  (status: number, code: string, exitCode = 7) =>
  ([what, ask]: readonly [string, BadInput['ask']]): BadInput => ({
    what,
    ask,
    status,
    code,
    exitCode,
  });

const typed = (type: string): Posting => ({ headers: { 'content-type': type } });

const method =
  (name: string, path: string): BadInput['ask'] =>
  (scene) => ({ ...get(path)(scene), method: name });

const upload = (text: string, posting: Posting): BadInput['ask'] =>
  post('/v1/objects', text, { as: OFFICE_SYSTEM, ...posting });

const mediaTypes = [
  ['no content type', document({}, { headers: {} })],
  ['text/html', document({}, typed('text/html'))],
  ['JSON in UTF-16', document({}, typed('application/json; charset=utf-16'))],
  ['XML in ISO 8859-1', document({}, typed('text/xml; charset=iso-8859-1'))],
  ['a table among the documents', document({}, typed('text/csv'))],
  ['a form around an upload', upload('x', typed('multipart/form-data; boundary=b'))],
  ['a packed upload', upload('x', { headers: { 'content-encoding': 'gzip' } })],
  ['a packed body', document({}, { headers: { ...JSON_HEADERS, 'content-encoding': 'gzip' } })],
  [
    'JSON where agencies come by line',
    post('/v1/agencies', '{}', { as: OPERATOR, headers: JSON_HEADERS }),
  ],
] as const;

const tooLarge = [
  [
    'an upload that is declared too large',
    upload('x', { headers: { 'content-length': String(50 * MIB + 1) }, manner: 'unfinished' }),
  ],

  [
    'a document that is declared too large',
    documentText('{', {
      headers: { ...JSON_HEADERS, 'content-length': String(73 * MIB) },
      manner: 'unfinished',
    }),
  ],
  [
    'statuses without a length that become too large',
    post('/v1/statuses', Buffer.alloc(8 * MIB + 1, ' '), {
      as: OFFICE_SYSTEM,
      headers: NDJSON_HEADERS,
      manner: 'chunked',
    }),
  ],
] as const;

const unreadable = [
  ['bytes that are not UTF-8', documentText(Buffer.from([0x22, 0xff, 0x22]))],
  ['half a letter', documentText(Buffer.from(SOUND).subarray(0, SOUND.indexOf('ô') + 1))],
  [
    'UTF-16 that is called UTF-8',
    documentText(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(SOUND, 'utf16le')])),
  ],
] as const;

const parameters = [
  ['a limit of nothing', get('/v1/inbox?limit=0')],
  ['a limit of too much', get('/v1/inbox?limit=501')],
  ['a limit in words', get('/v1/statuses?limit=ten')],
  ['a negative limit', get('/v1/inbox?limit=-1')],
  ['two limits', get('/v1/inbox?limit=1&limit=2')],
  ['a wait of a minute', get('/v1/inbox?wait=60')],
  ['a wait with a fraction', get('/v1/inbox?wait=0.5')],
  ['two cursors', get('/v1/inbox?after=a&after=b')],
  ['a cursor of the tail in words', get('/v1/events?from=now', OPERATOR)],
  ['31 February in a period', get('/v1/metrics?from=2020-02-31', OPERATOR)],
  ['a level that there is not', get('/v1/metrics?level=village', OPERATOR)],
  ['a level of agencies that there is not', get('/v1/agencies?level=village')],
  ['a page of agencies without an end', get('/v1/agencies?limit=501')],
  ['agencies by two codes', get('/v1/agencies?code=000.00.00.H39&code=000.00.13.H39')],
  ['a flow by nothing', get('/v1/flow?by=colour', OPERATOR)],
  ['a trace of nothing', get('/v1/trace', OPERATOR)],
  ['a trace of two', get('/v1/trace?document=a&document=b', OPERATOR)],
] as const;

const cursors = [
  ['a cursor in words', get('/v1/inbox?after=yesterday')],
  ['a cursor of another alphabet', get('/v1/inbox?after=MS0w==')],
  ['a cursor of statuses in words', get('/v1/statuses?after=%2A')],
  ['a cursor with a NUL', get('/v1/statuses?after=%00')],
  ['a cursor of agencies in words', get('/v1/agencies?after=yesterday')],
  ['a cursor that leads to no agency', get('/v1/agencies?after=bm9ib2R5')],
] as const;

const nowhere = [
  ['an address that is not there', get('/v1/nothing')],
  ['another version', get('/v2/documents')],
  ['a problem that is not there', get('/problems/nothing')],
] as const;

const malformedAddresses = [['an address with a broken escape', get('/v1/documents/%zz')]] as const;

const methods = [
  ['DELETE of the documents', method('DELETE', '/v1/documents')],
  ['PUT of the documents', method('PUT', '/v1/documents')],
  ['PUT of a document', method('PUT', `/v1/documents/${'a'.repeat(26)}`)],
  ['PATCH of the inbox', method('PATCH', '/v1/inbox')],
  ['POST of the status', method('POST', '/v1/status')],
] as const;

const times = [
  ['a time of issue that is none', { 'lienthong-time': 'yesterday' }],
  ['a time of issue on 31 February', { 'lienthong-time': '2020-02-31T08:00:00Z' }],
] as const;

/** Requests that are wrong before anybody looks at what they say. */
export const badFraming: readonly BadInput[] = [
  ...mediaTypes.map(row(415, 'unsupported-media-type')),
  ...tooLarge.map(row(413, 'body-too-large')),
  ...unreadable.map(row(400, 'unreadable-body')),
  ...parameters.map(row(400, 'invalid-field')),
  ...cursors.map(row(400, 'invalid-cursor')),
  ...nowhere.map(row(404, 'not-found', 4)),
  ...malformedAddresses.map(row(400, 'malformed-address')),
  ...methods.map(row(405, 'method-not-allowed')),
  ...times.map(([what, headers]) =>
    row(
      422,
      'time-not-allowed',
    )([what, document({}, { headers: { ...JSON_HEADERS, ...headers } })]),
  ),
];
