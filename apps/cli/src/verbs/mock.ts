import { FAULT_KINDS } from '@lienthong/connector';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { CliFailure } from '../output/failure.js';
import { print, table } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { type KnownPlatform, platformIn } from '../platform/known.js';
import { layoutOf } from '../platform/layout.js';
import { presentOf, sendByHand } from '../platform/hand-sending.js';
import { type Mock, type MockFault, type MockSystem, Mocks } from '../platform/mocks.js';
import { knownPlatform } from '../platform/platform-file.js';

/** What an act reports; the others are no reports. */
const REPORTS: ReadonlyMap<string, string> = new Map([
  ['arrive', '01'],
  ['refuse', '02'],
  ['receive', '03'],
  ['assign', '04'],
  ['process', '05'],
  ['complete', '06'],
  ['agree', '15'],
  ['decline', '16'],
]);

const ACTS = [...REPORTS.keys(), 'send', 'pause', 'resume'];

export const addMock = (program: Command): void => {
  const mock = program
    .command('mock')
    .description('Các hệ thống giả lập, bằng tay\nThe mock systems, by hand')
    .summary('Các hệ thống giả lập, bằng tay · The mock systems, by hand');
  addLs(mock);
  addAct(mock);
  addFault(mock);
};

const addLs = (mock: Command): void => {
  verb(mock, 'ls', {
    words: {
      vi: 'Hệ thống, cơ quan, việc còn lại và lỗi đang bật',
      en: 'Systems, agencies, open work, and the faults that are on',
    },
    example: './lienthong mock ls',
  }).action(async (options: CommonOptions) => {
    const { output, dataDir } = contextOf(options);
    const mocks = new Mocks(knownPlatform(layoutOf(dataDir)).addresses);
    const [systems, faults] = await Promise.all([mocks.systems(), mocks.faults()]);
    print(output, { systems, faults }, () => `${systemTable(systems)}\n${faultTable(faults)}`);
  });
};

interface ActOptions extends CommonOptions {
  readonly document?: string;
  readonly reason?: string;
  readonly to?: readonly string[];
  readonly subject: string;
}

const addAct = (mock: Command): void => {
  verb(mock, 'act', {
    words: {
      vi: 'Làm thay một cơ quan: báo trạng thái, gửi văn bản, tạm dừng',
      en: 'Act in the place of an agency: report, send, pause',
    },
    example: './lienthong mock act so-tai-chinh pause',
  })
    .argument('<agency>', 'mã hoặc id · code or id')
    .argument('<act>', ACTS.join(' | '), actOf)
    .option('--document <id>', 'văn bản được báo trạng thái · the document that is reported on')
    .option('--reason <text>', 'lý do · reason')
    .option('--to <code...>', 'nơi nhận của văn bản gửi đi · recipients of what is sent')
    .option('--subject <text>', 'trích yếu của văn bản gửi đi · its subject', 'V/v thử nghiệm')
    .action(async (agency: string, act: string, options: ActOptions) => {
      const { output, dataDir } = contextOf(options);
      const platform = platformIn(layoutOf(dataDir));
      const did = await done(platform, { agency, act, options, dataDir });
      print(output, { agency, act, ...did }, () => `${agency}: ${act} (${did.mock})`);
      if (did.state === 'waiting') output.notice(NOT_SENT_YET);
    });
};

interface Act {
  readonly agency: string;
  readonly act: string;
  readonly options: ActOptions;
  readonly dataDir: string;
}

const NOT_SENT_YET =
  'Chưa gửi được; hệ thống giả lập sẽ gửi khi có thể, xem `mock ls`.\n' +
  'Not sent yet; the mock sends it when it can, see `mock ls`.';

interface Did {
  readonly mock: Mock;
  /** Of what was sent. */
  readonly state?: 'waiting' | 'sent';
}

const done = async (platform: KnownPlatform, act: Act): Promise<Did> => {
  const mocks = new Mocks(platform.addresses);
  const { agency } = act;
  if (act.act === 'send') return send(platform, act);
  if (act.act === 'pause' || act.act === 'resume')
    return { mock: await mocks.act({ agency, act: act.act }) };
  const status = REPORTS.get(act.act) ?? '';
  const { document, reason: description } = act.options;
  if (document === undefined) throw missing('--document');
  const { documentId, headerDocumentId } = await onlyTrace(platform, document);
  const report = { documentId, headerDocumentId, status, description };
  return { mock: await mocks.act({ agency, act: 'report', ...report }) };
};

const send = ({ addresses }: KnownPlatform, { agency, options, dataDir }: Act): Promise<Did> => {
  const { to = [], subject } = options;
  if (to.length === 0) throw missing('--to');
  const at = presentOf(knownPlatform(layoutOf(dataDir)));
  return sendByHand(addresses, { from: agency, to, subject, at });
};

const onlyTrace = async ({ operator }: KnownPlatform, document: string) => {
  const [trace, ...others] = await operator.traces(document);
  if (trace !== undefined && others.length === 0) return trace;
  throw new CliFailure(trace === undefined ? 'not-found' : 'conflict', {
    vi: `DocumentId này không thuộc về đúng một văn bản: ${document}.`,
    en: `This DocumentId does not belong to exactly one document: ${document}.`,
  });
};

const missing = (option: string): CliFailure =>
  new CliFailure('usage', { vi: `Thiếu ${option}.`, en: `${option} is missing.` });

interface FaultOptions extends CommonOptions {
  readonly probability: number;
  readonly seed: string;
  readonly ms: number;
}

const addFault = (mock: Command): void => {
  verb(mock, 'fault', {
    words: { vi: 'Bật hoặc tắt một lỗi của trục', en: 'Switch a fault of the axis on or off' },
    example: './lienthong mock fault loss-of-answers on --probability 0.3',
  })
    .argument('<kind>', FAULT_KINDS.join(' | '), faultOf)
    .argument('<switch>', 'on | off', switchOf)
    .option('--probability <p>', '0–1', probabilityOf, 1)
    .option('--seed <seed>', 'hạt giống · seed', '1')
    .addOption(
      new Option('--ms <n>', 'độ trễ · of latency').default(1_000).argParser(millisecondsOf),
    )
    .action(async (kind: string, position: string, options: FaultOptions) => {
      const { output, dataDir } = contextOf(options);
      const { probability, seed, ms: milliseconds } = options;
      const mocks = new Mocks(knownPlatform(layoutOf(dataDir)).addresses);
      const order = { kind, probability: position === 'on' ? probability : 0, seed, milliseconds };
      const faults = await mocks.switchFault(order);
      print(output, { faults }, () => faultTable(faults));
    });
};

const systemTable = (systems: readonly MockSystem[]): string =>
  table(
    ['Hệ thống · System', 'Cơ quan · Agencies', 'Còn việc · Open', 'Tạm dừng · Paused'],
    systems.map(({ id, agencies, waiting, paused, lastError }) => [
      lastError === undefined ? id : `${id}\n${lastError}`,
      String(agencies.length),
      String(waiting),
      paused.join('\n'),
    ]),
  );

const faultTable = (faults: readonly MockFault[]): string =>
  faults.length === 0
    ? 'Trục không có lỗi nào đang bật · No fault of the axis is on'
    : table(
        ['Lỗi · Fault', 'Xác suất · Probability', 'Hạt giống · Seed', 'Đã xảy ra · Struck'],
        faults.map(({ kind, probability, seed, struck }) => [kind, probability, seed, struck]),
      );

const oneOf =
  (choices: readonly string[]) =>
  (text: string): string => {
    if (choices.includes(text)) return text;
    throw new InvalidArgumentError(`expected ${choices.join(', ')}`);
  };

const actOf = oneOf(ACTS);
const faultOf = oneOf(FAULT_KINDS);
const switchOf = oneOf(['on', 'off']);

const probabilityOf = (text: string): number => {
  const probability = Number(text);
  if (probability > 0 && probability <= 1) return probability;
  throw new InvalidArgumentError('expected a number above 0, at most 1');
};

const millisecondsOf = (text: string): number => {
  const milliseconds = Number(text);
  if (Number.isInteger(milliseconds) && milliseconds > 0) return milliseconds;
  throw new InvalidArgumentError('expected whole milliseconds');
};
