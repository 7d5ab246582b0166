import { PlatformClient } from '@lienthong/connector';
import { localDate, toRfc3339 } from '@lienthong/kernel';
import { clockSetting, tenantClock } from '@lienthong/platform';
import { type Command, Option } from 'commander';
import { type Compatibility, compatibility, curlLines } from '../connect/sample.js';
import { CliFailure } from '../output/failure.js';
import { print } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { type KnownPlatform, platformIn } from '../platform/known.js';
import { readKeys, writeKeys } from '../platform/key-ring.js';
import { layoutOf } from '../platform/layout.js';
import { knownPlatform } from '../platform/platform-file.js';
import { type KnownAgency } from '../platform/operator-answers.js';
import { SystemKeys } from '../platform/system-keys.js';
import { type Province, readProvince } from '../platform/topology.js';

interface ConnectOptions extends CommonOptions {
  readonly kind: string;
}

/** What `connect` hands out. */
interface Connection {
  readonly systemId: string;
  readonly agency: string;
  readonly url: string;
  readonly key: string;
  readonly curl: readonly string[];
  /** For an e-office that speaks to the national axis today. */
  readonly compat: Compatibility;
}

export const addConnect = (program: Command): void => {
  verb(program, 'connect', {
    words: {
      vi: 'Nối hệ thống của một đơn vị: khoá và bốn lệnh curl chạy được ngay',
      en: 'Connect the system of an agency: a key and four curl lines that run as pasted',
    },
    example: './lienthong connect 000.00.30.H39 --kind eoffice',
  })
    .argument('<agency>', 'mã định danh hoặc mã nội bộ · code or internal id')
    .addOption(
      new Option('--kind <kind>', 'loại hệ thống · kind of system')
        .choices(['eoffice'])
        .default('eoffice'),
    )
    .action(async (agency: string, options: ConnectOptions) => {
      const { output, dataDir } = contextOf(options);
      const connection = await connect(agency, options.kind, dataDir);
      print(output, connection, () => connectionText(connection));
    });
};

const connect = async (asked: string, kind: string, dataDir: string): Promise<Connection> => {
  const layout = layoutOf(dataDir);
  const platform = platformIn(layout);
  const province = await readProvince(knownPlatform(layout).province);
  const { id, name, code } = await agencyOf(asked, platform, province);
  const system = { id: `${kind}-${id}`, kind, name: `${name} (${kind})`, agencies: [id] };
  const { systemId, key } = await platform.operator.connect(system);
  writeKeys(layout.connectedKeys, { ...readKeys(layout.connectedKeys), [systemId]: key });
  const greeter = greeterOf(code, province);
  const keys = await SystemKeys.of(platform.operator, layout);
  const documentId = await greet(platform, (await keys.keyFor(greeter)) ?? keys.keyOf(greeter), {
    from: greeter,
    to: code,
  });
  const clock = tenantClock(clockSetting(knownPlatform(layout).clock));
  const sample = {
    url: platform.addresses.platform,
    key,
    agency: code,
    recipient: greeter,
    documentId,
    day: localDate(clock.now()),
    // Where time stands still, the status comes at the same time as the document.
    ...(clock.kind === 'system' ? {} : { at: toRfc3339(clock.now()) }),
  };
  const { url } = sample;
  const curl = curlLines(sample);
  return { systemId, agency: code, url, key, curl, compat: compatibility(sample) };
};

/** @throws {CliFailure} when the directory has no such agency today */
const agencyOf = async (
  asked: string,
  { operator }: KnownPlatform,
  { agencies }: Province,
): Promise<KnownAgency> => {
  const code = agencies.find(({ id }) => id === asked)?.codes[0]?.code ?? asked;
  const found = code.includes('.') ? await operator.agencyByCode(code) : undefined;
  if (found !== undefined) return found;
  throw new CliFailure('not-found', {
    vi: `Danh bạ không có đơn vị ${asked}.`,
    en: `The directory has no agency ${asked}.`,
  });
};

/** The province's own committee; another agency where that one is connected itself. */
const greeterOf = (code: string, { code: committee, agencies }: Province): string =>
  code !== committee
    ? committee
    : (agencies.flatMap(({ codes }) => codes).find((other) => other.code !== committee)?.code ??
      committee);

/** A first document for the newcomer's inbox; asking again sends no second one. */
const greet = async (
  { addresses }: KnownPlatform,
  key: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<string> => {
  const client = new PlatformClient({ url: addresses.platform, key });
  const { documentId } = await client.sendDocument({
    from,
    documentId: `ket-noi,${to}`,
    code: { number: '1', notation: 'KN' },
    typeName: 'Thông báo',
    subject: 'Hệ thống của đơn vị đã được nối vào trục liên thông',
    to: [{ code: to }],
  });
  return documentId;
};

const connectionText = ({ systemId, key, url, curl, compat }: Connection): string => {
  const [send, inbox, report, statuses] = curl;
  const [received, sendEdoc] = compat.curl;
  return [
    `Hệ thống · System: ${systemId}`,
    `Khoá · Key: ${key}`,
    `Địa chỉ · URL: ${url}  (${url}/docs)`,
    '',
    '# Gửi một văn bản · send a document',
    send,
    '# Đọc văn bản đến · read the inbox',
    inbox,
    '# Báo trạng thái · report a status',
    report,
    '# Đọc trạng thái văn bản đi · read what became of what was sent',
    statuses,
    '',
    '# Phần mềm đang nối trục liên thông quốc gia: chỉ đổi địa chỉ · an e-office of the national axis changes its base URL',
    `# ${compat.baseUrl}  (X-SystemId: ${compat.systemId}, X-SecretKey: ${compat.secretKey})`,
    received,
    sendEdoc,
  ].join('\n');
};
