import { packet } from '../fixture.js';

/** A request as it goes over the wire. */
export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** `chunked`: without a length; `unfinished`: the body never ends. Default: whole, with its length. */
  readonly manner?: 'chunked' | 'unfinished';
}

/** What the province knows when bad input comes to its door. */
export interface Scene {
  /** Issued by {@link TTTT} to {@link OFFICE}, as JSON. */
  readonly documentId: string;
  /** How {@link REVOKED} is named in the list of keys. */
  readonly revokedKeyId: string;
  /** The key of a system, or the operator's. */
  key(caller: string): string;
}

/** The key by the name of whom it belongs to; `undefined` sends none. */
export type Caller = string | undefined;

/** A packet that the command can send too. */
export interface ByCommand {
  readonly file: Buffer;
  readonly as: string;
}

export interface BadInput {
  readonly what: string;
  readonly ask: (scene: Scene) => Ask;
  readonly status: number;
  readonly code: string;
  readonly exitCode: number;
  readonly command?: (scene: Scene) => ByCommand;
}

export const OPERATOR = 'operator';
/** Keys of {@link TTTT_SYSTEM} that open nothing any more. */
export const REVOKED = 'revoked';
export const EXPIRED = 'expired';
/** The Idempotency-Key under which the operator had the expired one issued. */
export const TAKEN = 'taken';
/** The People's Committee's office, its system, and a department with a system of its own. */
export const OFFICE = '000.00.00.H39';
export const OFFICE_SYSTEM = 'qlvb-ubnd';
export const TTTT = '000.00.13.H39';
export const TTTT_SYSTEM = 'qlvb-so-tttt';

/** Sound: each row spoils one thing of it. */
export const DOCUMENT = {
  from: TTTT,
  documentId: `${TTTT},2020/03/02,1/BAD`,
  code: { number: '1', notation: 'BAD' },
  typeName: 'Công văn',
  subject: 'V/v thử dữ liệu sai',
  to: [{ code: OFFICE }],
};

export const JSON_HEADERS = { 'content-type': 'application/json' };
export const NDJSON_HEADERS = { 'content-type': 'application/x-ndjson' };
export const PACKET_HEADERS = { 'content-type': 'application/edxml+xml' };

export interface Posting {
  readonly as?: Caller;
  readonly headers?: Readonly<Record<string, string>>;
  readonly manner?: Ask['manner'];
}

export const post = (
  path: string,
  body: Buffer | string | undefined,
  { as, headers = {}, manner }: Posting,
): BadInput['ask'] => {
  return (scene) => ({
    method: 'POST',
    path,
    headers: { ...authorization(scene, as), ...headers },
    ...(body === undefined ? {} : { body: Buffer.from(body) }),
    ...(manner === undefined ? {} : { manner }),
  });
};

export const authorization = (scene: Scene, as: Caller): Readonly<Record<string, string>> =>
  as === undefined ? {} : { authorization: `Bearer ${scene.key(as)}` };

export const get =
  (path: string | ((scene: Scene) => string), as: Caller = OFFICE_SYSTEM): BadInput['ask'] =>
  (scene) => ({
    method: 'GET',
    path: typeof path === 'string' ? path : path(scene),
    headers: authorization(scene, as),
  });

/** The body as it is, in the name of the department. */
export const documentText = (text: string | Buffer, posting: Posting = {}): BadInput['ask'] =>
  post('/v1/documents', text, { as: TTTT_SYSTEM, headers: JSON_HEADERS, ...posting });

/** The sound document with `changes`. */
export const document = (changes: object, posting: Posting = {}): BadInput['ask'] =>
  documentText(JSON.stringify({ ...DOCUMENT, ...changes }), posting);

export type Replacement = readonly [from: string | RegExp, to: string];

export const PACKET_ID = `${OFFICE},2020/03/02,2/BAD`;

/** The packet of a real producer, issued by the office to three agencies of the province; each row spoils one thing. */
export const soundPacket = (...replacements: readonly Replacement[]): Buffer =>
  packet('new-three-recipients.edxml', [
    [/(<edXML:From>\s*<edXML:OrganId>)[^<]*/, `$1${OFFICE}`],
    ['000.00.00.H41', TTTT],
    ['000.00.00.H14', '000.21.32.H39'],
    ['000.00.00.G17', '000.22.32.H39'],
    ['000.00.00.G22,2015/09/30,7816/VPCP-TTĐT', PACKET_ID],
    ...replacements,
  ]);

/** What a department's answer to {@link Scene.documentId} would be, in a packet. */
export const soundStatus = (...replacements: readonly Replacement[]): Buffer =>
  packet('status-02-refused.edxml', [
    [/(<edXML:From>\s*<edXML:OrganId>)[^<]*/, `$1${OFFICE}`],
    [/(<edXML:ResponseFor>\s*<edXML:OrganId>)[^<]*/, `$1${TTTT}`],
    ['2015/09/20 11:08:36', '2020/03/02 08:00:00'],
    ['000.00.00.G22,2015/09/30,7816/VPCP-TTĐT', `${TTTT},2020/03/02,0/SOUND`],
    ...replacements,
  ]);

interface PacketRow {
  readonly what: string;
  readonly file: Buffer;
  readonly status: number;
  readonly code: string;
  readonly exitCode: number;
  readonly path?: '/v1/documents' | '/v1/statuses';
  readonly as?: string;
}

/** A packet at the door and, as the same system, through the command. */
export const packetRow = (row: PacketRow): BadInput => {
  const { file, path = '/v1/documents', as = OFFICE_SYSTEM, ...rest } = row;
  return {
    ...rest,
    ask: post(path, file, { as, headers: PACKET_HEADERS }),
    command: () => ({ file, as }),
  };
};
