import {
  type BadInput,
  authorization,
  JSON_HEADERS,
  OFFICE,
  OFFICE_SYSTEM,
  packetRow,
  type Replacement,
  soundStatus,
  TTTT,
  TTTT_SYSTEM,
} from './row.js';

interface Saying {
  readonly as?: string;
  /** Members that differ from a sound report; `documentId` too. */
  readonly changes: Readonly<Record<string, unknown>>;
}

const said =
  ({ as = OFFICE_SYSTEM, changes }: Saying): BadInput['ask'] =>
  (scene) => ({
    method: 'POST',
    path: '/v1/statuses',
    headers: { ...authorization(scene, as), ...JSON_HEADERS },
    body: Buffer.from(
      JSON.stringify({ documentId: scene.documentId, agency: OFFICE, status: '03', ...changes }),
    ),
  });

const reports = (
  status: number,
  code: string,
  rows: readonly (readonly [what: string, saying: Saying])[],
): readonly BadInput[] =>
  rows.map(([what, saying]) => ({
    what,
    ask: said(saying),
    status,
    code,
    exitCode: status === 403 ? 6 : status === 404 ? 4 : 7,
  }));

const code = (text: string): Replacement => ['<edXML:StatusCode>02<', `<edXML:StatusCode>${text}<`];

const packets = (
  status: number,
  problem: string,
  rows: readonly (readonly [what: string, ...replacements: readonly Replacement[]])[],
): readonly BadInput[] =>
  rows.map(([what, ...replacements]) =>
    packetRow({
      what,
      file: soundStatus(...replacements),
      path: '/v1/statuses',
      status,
      code: problem,
      exitCode: status === 404 ? 4 : 7,
    }),
  );

/** Statuses that nobody may report, or that nobody knows. */
export const badStatuses: readonly BadInput[] = [
  ...reports(403, 'sender-not-yours', [
    ['a status of another agency', { changes: { agency: '000.21.32.H39' } }],
  ]),
  ...reports(422, 'wrong-speaker', [
    ['a status of the sender', { as: TTTT_SYSTEM, changes: { agency: TTTT } }],
  ]),
  ...reports(404, 'delivery-unknown', [
    [
      'a status of an agency that was not written to',
      { as: 'qlvb-so-tai-chinh', changes: { agency: 'so-tai-chinh' } },
    ],
  ]),
  ...reports(404, 'document-unknown', [
    ['a status of a document that nobody issued', { changes: { documentId: 'a'.repeat(26) } }],
  ]),
  ...reports(422, 'status-unknown', [
    ['status 07', { changes: { status: '07' } }],
    ['status 99', { changes: { status: '99' } }],
    ['status 1', { changes: { status: '1' } }],
    ['a status named as every object has it', { changes: { status: 'valueOf' } }],
  ]),
  ...reports(422, 'wrong-speaker', [['status 13 of a recipient', { changes: { status: '13' } }]]),
  ...reports(422, 'no-open-request', [
    ['status 15 where nothing was asked', { changes: { status: '15' } }],
    ['status 16 where nothing was asked', { changes: { status: '16' } }],
  ]),
  ...reports(400, 'malformed-code', [
    ['a status of no document’s id', { changes: { documentId: '>' } }],
    ['a status of a wildcard', { changes: { agency: '*' } }],
  ]),
  ...reports(400, 'unknown-field', [['a status that says too much', { changes: { why: 'x' } }]]),
  ...reports(400, 'invalid-field', [
    ['an empty status', { changes: { status: '' } }],
    ['a status as a number', { changes: { status: 3 } }],
    ['no status', { changes: { status: undefined } }],
    ['a status of 31 February', { changes: { at: '2020-02-31T08:00:00Z' } }],
    ['null for the time of a status', { changes: { at: null } }],
    ['half a pair in a description', { changes: { description: 'x\udc00' } }],
    ['a list in the place of who acted', { changes: { staff: [] } }],
  ]),
  ...packets(422, 'status-unknown', [
    ['status 07 in a packet', code('07')],
    ['status 99 in a packet', code('99')],
  ]),
  ...packets(404, 'document-unknown', [
    ['status 13 in a packet, of a document that the speaker did not issue', code('13')],
  ]),
  ...packets(422, 'no-open-request', [
    ['status 15 in a packet, where nothing was asked', code('15')],
    ['status 16 in a packet, where nothing was asked', code('16')],
  ]),
  ...packets(422, 'incomplete-packet', [
    ['a status packet of 31 February', ['2020/03/02 08:00:00', '2020/02/31 08:00:00']],
    ['a status packet without a code', code('')],
  ]),
  ...packets(404, 'document-unknown', [
    ['a status packet of a document that nobody issued', ['0/SOUND', '9/NEVER']],
    [
      'a status packet of an unknown sender',
      [/(<edXML:ResponseFor>\s*<edXML:OrganId>)[^<]*/, '$1000.99.99.H39'],
    ],
  ]),
  ...packets(400, 'malformed-code', [
    ['a status packet of a wildcard', [/(<edXML:ResponseFor>\s*<edXML:OrganId>)[^<]*/, '$1*']],
  ]),
  ...packets(400, 'dtd-forbidden', [
    ['a status packet with a DOCTYPE', ['<edXML xmlns', '<!DOCTYPE edXML><edXML xmlns']],
  ]),
];
