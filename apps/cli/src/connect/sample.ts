import { type LocalDate } from '@lienthong/kernel';

/** What the lines of a sample configuration speak of. */
export interface Sample {
  readonly url: string;
  readonly key: string;
  /** The agency that was connected, by its code. */
  readonly agency: string;
  /** Whom it writes to. */
  readonly recipient: string;
  /** A document that waits in its inbox. */
  readonly documentId: string;
  /** The tenant's present day. */
  readonly day: LocalDate;
  /** Business time of that document on a scenario's clock; nothing on a real one. */
  readonly at?: string;
}

/** Four lines of curl that run as they stand: send a document, read the inbox, report a status, read statuses. */
export const curlLines = (sample: Sample): readonly string[] => [
  curl(sample, '/v1/documents', {
    from: sample.agency,
    documentId: `${sample.agency},${sample.day.replaceAll('-', '/')},1/${FIRST_NOTATION}`,
    code: { number: '1', notation: FIRST_NOTATION },
    typeName: 'Công văn',
    subject: 'Thử kết nối',
    to: [{ code: sample.recipient }],
  }),
  curl(sample, '/v1/inbox?wait=5'),
  curl(sample, '/v1/statuses', {
    documentId: sample.documentId,
    agency: sample.agency,
    status: '01',
    ...(sample.at === undefined ? {} : { at: sample.at }),
  }),
  curl(sample, '/v1/statuses?wait=5'),
];

/** What an e-office is told that speaks to the national axis today, with two lines of curl that run as they stand. */
export const compatibility = ({ url, key, agency }: Sample): Compatibility => {
  const ask = (operation: string, more: string): string =>
    `curl -sS -H 'X-SystemId: ${agency}' -H 'X-SecretKey: ${key}' ${more} '${url}/compat/${operation}'`;
  const header = JSON.stringify({ from: agency, servicetype: 'eDoc', messagetype: 'edoc' });
  return {
    baseUrl: `${url}/compat`,
    systemId: agency,
    secretKey: key,
    curl: [
      ask('getReceivedEdocList', `-d '{"servicetype":"eDoc","messagetype":"edoc"}'`),
      ask('sendEdoc', `-F 'header=${header}' -F 'file=@FILE.edxml'`),
    ],
  };
};

export interface Compatibility {
  readonly baseUrl: string;
  readonly systemId: string;
  readonly secretKey: string;
  readonly curl: readonly string[];
}

const FIRST_NOTATION = 'CV-THU';

const curl = ({ url, key }: Sample, path: string, body?: object): string =>
  [
    `curl -sS -H 'Authorization: Bearer ${key}'`,
    ...(body === undefined
      ? []
      : [`-H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`]),
    `'${url}${path}'`,
  ].join(' ');
