import {
  type BadInput,
  authorization,
  document,
  DOCUMENT,
  get,
  JSON_HEADERS,
  NDJSON_HEADERS,
  OFFICE,
  OFFICE_SYSTEM,
  OPERATOR,
  packetRow,
  post,
  soundPacket,
  soundStatus,
  TTTT,
  TTTT_SYSTEM,
} from './row.js';

const body = JSON.stringify(DOCUMENT);

/** Who may not come in, and who may not speak for whom. */
export const badCallers: readonly BadInput[] = [
  {
    what: 'no key',
    ask: document({}, { as: undefined }),
    status: 401,
    code: 'authentication-required',
    exitCode: 6,
  },
  {
    what: 'a key of another scheme',
    ask: post('/v1/documents', body, {
      headers: { ...JSON_HEADERS, authorization: 'Basic dXNlcjprZXk=' },
    }),
    status: 401,
    code: 'authentication-required',
    exitCode: 6,
  },
  {
    what: 'a key that nobody has',
    ask: post('/v1/documents', body, {
      headers: { ...JSON_HEADERS, authorization: `Bearer ${'x'.repeat(43)}` },
    }),
    status: 401,
    code: 'key-unknown',
    exitCode: 6,
  },
  {
    what: 'a key with one letter more',
    ask: (scene) => ({
      method: 'GET',
      path: '/v1/inbox',
      headers: { authorization: `${authorization(scene, OFFICE_SYSTEM).authorization ?? ''}A` },
    }),
    status: 401,
    code: 'key-unknown',
    exitCode: 6,
  },
  {
    what: 'a document of another agency, as JSON',
    ask: document({ from: OFFICE }),
    status: 403,
    code: 'sender-not-yours',
    exitCode: 6,
  },
  {
    what: 'a document of an agency that is not there',
    ask: document({ from: '000.99.99.H39' }),
    status: 403,
    code: 'sender-not-yours',
    exitCode: 6,
  },
  {
    what: 'a document in the operator’s name',
    ask: document({}, { as: OPERATOR }),
    status: 403,
    code: 'sender-not-yours',
    exitCode: 6,
  },
  packetRow({
    what: 'a packet of another agency of the province',
    file: soundPacket(),
    as: TTTT_SYSTEM,
    status: 403,
    code: 'sender-not-yours',
    exitCode: 6,
  }),
  packetRow({
    what: 'a packet of the Government Office',
    file: soundPacket([/(<edXML:From>\s*<edXML:OrganId>)[^<]*/, '$1000.00.00.G22']),
    status: 403,
    code: 'sender-not-yours',
    exitCode: 6,
  }),
  packetRow({
    what: 'a status packet of another agency',
    file: soundStatus(),
    path: '/v1/statuses',
    as: TTTT_SYSTEM,
    status: 403,
    code: 'sender-not-yours',
    exitCode: 6,
  }),
  {
    what: 'the inbox of another agency',
    ask: get(`/v1/inbox?agency=${TTTT}`),
    status: 403,
    code: 'sender-not-yours',
    exitCode: 6,
  },
  ...['status', 'systems', 'metrics', 'flow', 'events', 'events/digest', 'trace?document=x'].map(
    (path) => ({
      what: `a system that asks for ${path}`,
      ask: get(`/v1/${path}`),
      status: 403,
      code: 'operator-only',
      exitCode: 6,
    }),
  ),
  ...(['settle', 'systems', 'agencies'] as const).map((path) => ({
    what: `a system that orders ${path}`,
    ask: post(`/v1/${path}`, '{}', { as: OFFICE_SYSTEM, headers: NDJSON_HEADERS }),
    status: 403,
    code: 'operator-only',
    exitCode: 6,
  })),
];
