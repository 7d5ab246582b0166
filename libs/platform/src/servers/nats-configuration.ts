/** `always`: an acknowledged event is on the disk. `relaxed`: it is within two minutes; for benchmarks alone. */
export type Durability = 'always' | 'relaxed';

export const NATS_USERS = ['lgsp', 'projection', 'national', 'sys'] as const;

export type NatsUser = (typeof NATS_USERS)[number];

/** Without accounts anyone on the machine may do anything: for tests of one library. */
export interface NatsAccounts {
  /** The log of the platform's tenant and that of the national side: one stream each. */
  readonly streams: { readonly lgsp: string; readonly national: string };
  /** Letters, digits, `_` and `-`; or `$NAME`, which the server takes from its environment. */
  readonly passwords: Readonly<Record<NatsUser, string>>;
}

export interface NatsSettings {
  readonly serverName: string;
  /** The interface to listen on; 127.0.0.1 unless told. */
  readonly host?: string;
  readonly port: number;
  /** The monitoring interface has no authentication: a host beyond the loopback must not publish its port. */
  readonly monitorPort: number;
  readonly storeDir: string;
  readonly durability: Durability;
  readonly accounts?: NatsAccounts;
}

/** Where the replies to `user` arrive; no other user of its account may listen there. */
export const natsInboxPrefix = (user: NatsUser): string => `_INBOX_${user}`;

/**
 * The configuration file of a nats-server (2.15 or later) as the platform needs it.
 *
 * @throws {RangeError} when a stream's name or a password could be read as something else
 */
export const natsConfiguration = (settings: NatsSettings): string => {
  const { host = '127.0.0.1' } = settings;
  return [
    `server_name: ${quoted(settings.serverName)}`,
    `listen: ${quoted(`${host}:${String(settings.port)}`)}`,
    `http: ${quoted(`${host}:${String(settings.monitorPort)}`)}`,
    'max_payload: 1MB',
    'jetstream {',
    `  store_dir: ${quoted(settings.storeDir)}`,
    `  sync_interval: ${settings.durability === 'always' ? 'always' : '"2m"'}`,
    '  strict: true',
    '}',
    ...(settings.accounts === undefined ? OPEN_ACCOUNT : accounts(settings.accounts)),
    '',
  ].join('\n');
};

/** Where the instances of a process hand their commands to the one that writes. */
const WRITERS = 'writer.>';

const quoted = (text: string): string => JSON.stringify(text);

/** Only the system account knows whether what is acknowledged is on the disk; the logs' accounts may ask. */
const JETSTREAM_STATE = '$SYS.REQ.SERVER.PING.JSZ';

const stateExport = `exports: [ { service: ${quoted(JETSTREAM_STATE)}, response_type: stream } ]`;

const stateImport = `imports: [ { service: { account: SYS, subject: ${quoted(JETSTREAM_STATE)} } } ]`;

const OPEN_ACCOUNT: readonly string[] = [
  'system_account: SYS',
  'accounts {',
  `  SYS { ${stateExport} }`,
  `  OPEN { jetstream: enabled, users: [ { user: anyone, password: "" } ], ${stateImport} }`,
  '}',
  'no_auth_user: anyone',
];

const accounts = ({ streams, passwords }: NatsAccounts): string[] => {
  const user = (name: NatsUser, permissions: Permissions): string[] => [
    `      { user: ${name}, password: ${password(passwords[name])}, permissions: {`,
    ...permissionLines(name, permissions),
    '      } }',
  ];
  return [
    'system_account: SYS',
    'accounts {',
    `  SYS { users: [ { user: sys, password: ${password(passwords.sys)} } ], ${stateExport} }`,
    '  LGSP {',
    '    jetstream: enabled',
    `    ${stateImport}`,
    '    users: [',
    ...user('lgsp', writerOf('lgsp', streams.lgsp)),
    ...user('projection', readerOf(streams.lgsp)),
    '    ]',
    '  }',
    '  NATIONAL {',
    '    jetstream: enabled',
    `    ${stateImport}`,
    '    users: [',
    ...user('national', writerOf('national', streams.national)),
    '    ]',
    '  }',
    '}',
  ];
};

interface Permissions {
  readonly publish: readonly string[];
  readonly neverPublish?: readonly string[];
  /** Besides its own inbox. */
  readonly subscribe?: readonly string[];
}

/** Writes its log, keeps its objects and checkpoints; what is in the log it cannot take away. */
const writerOf = (user: NatsUser, stream: string): Permissions => ({
  publish: [
    ...['lt.>', '$JS.API.>', '$JS.ACK.>', '$JS.FC.>', '$KV.>', '$O.>', JETSTREAM_STATE],
    ...[WRITERS, `${natsInboxPrefix(user)}.>`],
  ],
  subscribe: [WRITERS],
  neverPublish: [
    '$JS.API.STREAM.DELETE.>',
    '$JS.API.STREAM.RESTORE.>',
    ...['UPDATE', 'PURGE', 'MSG.DELETE', 'SNAPSHOT'].map((verb) => api('STREAM', verb, stream)),
  ],
});

/** Reads its log and nothing else. */
const readerOf = (stream: string): Permissions => ({
  publish: [
    '$JS.API.INFO',
    api('STREAM', 'INFO', stream),
    api('STREAM', 'MSG.GET', stream),
    api('DIRECT', 'GET', stream),
    `${api('DIRECT', 'GET', stream)}.>`,
    ...['CREATE', 'INFO', 'MSG.NEXT', 'DELETE'].map((verb) => `${api('CONSUMER', verb, stream)}.>`),
    `$JS.FC.${stream}.>`,
  ],
});

const api = (kind: string, verb: string, stream: string): string => {
  if (!/^[A-Za-z0-9_-]+$/.test(stream)) throw new RangeError(`not a stream's name: ${stream}`);
  return `$JS.API.${kind}.${verb}.${stream}`;
};

const permissionLines = (name: NatsUser, permissions: Permissions): string[] => {
  const { publish, neverPublish = [], subscribe = [] } = permissions;
  const denied = neverPublish.length === 0 ? '' : `, deny: ${list(neverPublish)}`;
  return [
    `        publish: { allow: ${list(publish)}${denied} }`,
    `        subscribe: { allow: ${list([`${natsInboxPrefix(name)}.>`, ...subscribe])} }`,
  ];
};

const list = (subjects: readonly string[]): string => `[${subjects.map(quoted).join(', ')}]`;

const password = (text: string): string => {
  if (/^\$[A-Z_]+$/.test(text)) return text;
  if (!/^[A-Za-z0-9_-]+$/.test(text))
    throw new RangeError('a password holds a character that is not allowed');
  return quoted(text);
};
