import {
  type BadInput,
  EXPIRED,
  get,
  JSON_HEADERS,
  OFFICE_SYSTEM,
  OPERATOR,
  post,
  REVOKED,
  TAKEN,
  TTTT_SYSTEM,
} from './row.js';

const TTTT_KEYS = `/v1/systems/${TTTT_SYSTEM}/keys`;
const NO_KEY = '0'.repeat(16);
const FAR = '2099-01-01T00:00:00Z';

const row =
  (status: number, code: string, exitCode: number) =>
  ([what, ask]: readonly [string, BadInput['ask']]): BadInput => ({
    what,
    ask,
    status,
    code,
    exitCode,
  });

const issue = (body: object, as = OPERATOR, idempotencyKey?: string): BadInput['ask'] => {
  const named = idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey };
  return post(TTTT_KEYS, JSON.stringify(body), { as, headers: { ...JSON_HEADERS, ...named } });
};

const rotate = (body: object, as = TTTT_SYSTEM): BadInput['ask'] =>
  post(`${TTTT_KEYS}/rotation`, JSON.stringify(body), { as, headers: JSON_HEADERS });

const revoke =
  (path: string, as: string): BadInput['ask'] =>
  (scene) => ({ ...get(path, as)(scene), method: 'DELETE' });

const othersAlone = [
  ['a system that has a key issued to itself', issue({}, TTTT_SYSTEM)],
  ['the keys of another system', get(TTTT_KEYS, OFFICE_SYSTEM)],
  ['the requests of another system', get(`/v1/requests?system=${TTTT_SYSTEM}`, OFFICE_SYSTEM)],
  ['a rotation of another system’s key', rotate({ oldValidUntil: FAR }, OFFICE_SYSTEM)],
  ['a revocation of another system’s key', revoke(`${TTTT_KEYS}/${NO_KEY}`, OFFICE_SYSTEM)],
] as const;

const notThere = [
  ['a revocation of a key that is not there', revoke(`${TTTT_KEYS}/${NO_KEY}`, TTTT_SYSTEM)],
  ['a rotation of a key that is not there', rotate({ oldValidUntil: FAR, keyId: NO_KEY })],
] as const;

const unfit = [
  ['a rotation that does not say how long', rotate({})],
  ['a rotation that ends in the past', rotate({ oldValidUntil: '2020-03-03T00:00:00Z' })],
  ['a rotation on 31 February', rotate({ oldValidUntil: '2099-02-31T00:00:00Z' })],
  ['a rotation by the operator of no key', rotate({ oldValidUntil: FAR }, OPERATOR)],
  ['a rotation of half a key', rotate({ oldValidUntil: FAR, keyId: '0a' })],
  ['a key for yesterday', issue({ validUntil: '2020-03-03T00:00:00Z' })],
  ['an Idempotency-Key of two words', issue({}, OPERATOR, 'two words')],
  ['an endless Idempotency-Key', issue({}, OPERATOR, 'x'.repeat(256))],
] as const;

/** What is refused about the keys of systems. */
export const badKeys: readonly BadInput[] = [
  row(401, 'key-revoked', 6)(['a key that was revoked', get('/v1/inbox', REVOKED)]),
  row(401, 'key-expired', 6)(['a key that has expired', get('/v1/inbox', EXPIRED)]),
  ...othersAlone.map(row(403, 'operator-only', 6)),
  row(404, 'system-unknown', 4)(['the keys of nobody', get('/v1/systems/nobody/keys', OPERATOR)]),
  row(404, 'system-unknown', 4)(['the requests of nobody', get('/v1/requests?system=x', OPERATOR)]),
  row(400, 'invalid-field', 7)(['the requests of whom', get('/v1/requests', OPERATOR)]),
  row(400, 'invalid-cursor', 7)(['a cursor that we never gave', get('/v1/requests?after=YWJj')]),
  ...notThere.map(row(404, 'system-key-unknown', 4)),
  ...unfit.map(row(400, 'invalid-field', 7)),
  row(
    422,
    'idempotency-key-reused',
    7,
  )(['an Idempotency-Key of another request', issue({ validUntil: FAR }, OPERATOR, TAKEN)]),
  {
    what: 'a rotation of a key that was revoked',
    ask: (scene) => rotate({ oldValidUntil: FAR, keyId: scene.revokedKeyId })(scene),
    status: 409,
    code: 'system-key-revoked',
    exitCode: 5,
  },
];
