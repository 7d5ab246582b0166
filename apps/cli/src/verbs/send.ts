import { type Accepted, PlatformClient } from '@lienthong/connector';
import { PacketRefusal, type Packet, readPacket } from '@lienthong/edxml';
import { type Command } from 'commander';
import { print, table } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { type KnownPlatform, platformIn } from '../platform/known.js';
import { layoutOf } from '../platform/layout.js';
import { requestText } from '../platform/request.js';
import { knownPlatform } from '../platform/platform-file.js';
import { SystemKeys } from '../platform/system-keys.js';
import { readProvince } from '../platform/topology.js';
import { readBytes } from '../platform/yaml-file.js';

interface SendOptions extends CommonOptions {
  readonly as?: string;
}

export const addSend = (program: Command): void => {
  verb(program, 'send', {
    words: { vi: 'Gửi một gói tin edXML', en: 'Send an edXML packet' },
    example: './lienthong send packet.edxml',
  })
    .argument('<file>', 'tệp edXML · edXML file')
    .option('--as <system>', 'hệ thống gửi (mặc định: hệ thống của nơi gửi) · the sending system')
    .action(async (file: string, options: SendOptions) => {
      const { output, dataDir } = contextOf(options);
      const layout = layoutOf(dataDir);
      const bytes = await readBytes(file);
      const platform = platformIn(layout);
      const packet = understood(bytes);
      const keys = await SystemKeys.of(platform.operator, layout);
      const key =
        options.as === undefined
          ? await senderKey(keys, packet, knownPlatform(layout).province)
          : keys.keyOf(options.as);
      if (packet?.kind === 'status') {
        output.line(await sendStatus(platform, key, bytes));
        return;
      }
      const client = new PlatformClient({ url: platform.addresses.platform, key });
      const accepted = await client.sendPacket(bytes);
      print(output, accepted, () => acceptedTable(accepted));
    });
};

/** Nothing when it is no packet: the door says why, as it would to anybody. */
const understood = (bytes: Uint8Array): Packet | undefined => {
  try {
    return readPacket(bytes);
  } catch (error) {
    if (error instanceof PacketRefusal) return undefined;
    throw error;
  }
};

/** Where no system here serves the sender, the provincial office's asks, and the door decides. */
const senderKey = async (
  keys: SystemKeys,
  packet: Packet | undefined,
  provinceFile: string,
): Promise<string> => {
  const own = packet === undefined ? undefined : await keys.keyFor(packet.from.organId);
  if (own !== undefined) return own;
  const { code } = await readProvince(provinceFile);
  return (await keys.keyFor(code)) ?? keys.keyOf(code);
};

const sendStatus = (
  { addresses }: KnownPlatform,
  key: string,
  bytes: Uint8Array,
): Promise<string> =>
  requestText(new URL('/v1/statuses', addresses.platform), {
    method: 'POST',
    key,
    contentType: 'application/edxml+xml',
    body: new Uint8Array(bytes),
  });

const acceptedTable = ({ documentId, sequence, deliveries }: Accepted): string =>
  [
    `${documentId}  (${String(sequence)})`,
    table(
      ['Nơi nhận · To', 'Đơn vị · Agency', 'Qua · Via'],
      deliveries.map(({ to, agency, via }) => [to, agency, via]),
    ),
    `./lienthong trace ${documentId}`,
  ].join('\n');
