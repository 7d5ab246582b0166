import { cliConfiguration, clockSetting } from '@lienthong/platform';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { CliFailure, isStop } from '../output/failure.js';
import { type Output, print } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { readKeys } from '../platform/key-ring.js';
import { layoutOf } from '../platform/layout.js';
import { knownPlatform } from '../platform/platform-file.js';
import { shipped } from '../platform/repository.js';
import { readProvince } from '../platform/topology.js';
import { playFile } from '../run/play-file.js';
import { type RunReport } from '../run/play.js';
import { reportTable } from '../run/report-table.js';
import { snapshotTable } from '../status/snapshot-table.js';
import { snapshotOf } from '../status/snapshot.js';
import { detach } from '../up/detach.js';
import { startPlatform } from '../up/platform.js';
import { type Platform } from '../up/running-platform.js';
import { type AxisAccess, DEFAULT_CLOCK, type PlatformOptions } from '../up/settings.js';
import { staySmall } from '../up/stay-small.js';
import { stopSignal } from '../up/stop-signal.js';
import { requireAgreement } from './run.js';

interface UpOptions extends CommonOptions {
  readonly detach?: boolean;
  readonly scenario?: string;
  readonly once?: boolean;
  readonly durability: 'always' | 'relaxed';
  readonly clock: string;
  readonly port?: number;
  readonly seed: string;
  readonly province?: string;
  readonly axis?: string;
}

export const addUp = (program: Command): void => {
  verb(program, 'up', {
    words: {
      vi: 'Khởi động nền tảng và các hệ thống giả lập',
      en: 'Start the platform and the mock systems',
    },
    example: './lienthong up --scenario scenarios/long-an-morning.yaml',
  })
    .option('--detach', 'chạy nền · leave it running in the background')
    .option('--scenario <file>', 'diễn kịch bản khi đã sẵn sàng · play it when ready')
    .option(
      '--once',
      'dừng sau kịch bản, dòng cuối là JSON · stop after the scenario, its JSON last',
    )
    .addOption(
      new Option('--durability <kind>', 'relaxed: chỉ để đo · for benchmarks alone')
        .choices(['always', 'relaxed'])
        .default('always'),
    )
    .option('--clock <clock>', 'system | scenario:<RFC 3339>', clockOf, DEFAULT_CLOCK)
    .option('--port <n>', 'cổng HTTP · the HTTP port', portOf)
    .option('--seed <n>', 'hạt giống · seed', '1')
    .option('--province <file>', 'tỉnh khác Long An · another province than Long An')
    .option(
      '--axis <dir>',
      'dùng trục của nền tảng trong thư mục này · join the axis of the platform in this folder',
    )
    .action(async (options: UpOptions, command: Command) => {
      if (options.once === true && options.scenario === undefined)
        command.error('error: --once needs --scenario');
      if (options.detach === true && options.once === true)
        command.error('error: --detach and --once exclude each other');
      await (options.detach === true ? inBackground(options) : inForeground(options));
    });
};

const inBackground = async (options: UpOptions): Promise<void> => {
  const { output, dataDir } = contextOf(options);
  const layout = layoutOf(dataDir);
  await detach(layout, flagsOf(options, dataDir), output);
  const snapshot = await snapshotOf(layout, knownPlatform(layout));
  print(output, snapshot, () => snapshotTable(snapshot));
};

const inForeground = async (options: UpOptions): Promise<void> => {
  staySmall();
  const { output, dataDir } = contextOf(options);
  const signal = stopSignal();
  const platform = await startPlatform(await platformOptions(options, dataDir, output));
  let report: RunReport | undefined;
  try {
    report = await playScenario(platform, options, { output, signal });
    if (options.once !== true) {
      await printSnapshot(platform, output);
      await aborted(signal);
    }
  } catch (error) {
    if (options.once === true || !isStop(error)) throw error;
  } finally {
    await platform.stop();
  }
  if (options.once === true && report !== undefined) end(output, report);
};

/** The run's JSON is the last line, for people too: scripts read it there. */
const end = (output: Output, report: RunReport): void => {
  output.line(JSON.stringify(report));
  requireAgreement(report);
};

const aborted = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, 'abort');
};

const playScenario = async (
  platform: Platform,
  { scenario, seed }: UpOptions,
  { output, signal }: { output: Output; signal: AbortSignal },
): Promise<RunReport | undefined> => {
  if (scenario === undefined) return undefined;
  const play = { file: scenario, seed, speed: Infinity, signal, onProgress: output.progress };
  const report = await playFile(platform, play);
  if (!output.json) output.line(reportTable(report));
  return report;
};

const printSnapshot = async ({ dataDir }: Platform, output: Output): Promise<void> => {
  const layout = layoutOf(dataDir);
  const snapshot = await snapshotOf(layout, knownPlatform(layout));
  print(output, snapshot, () => snapshotTable(snapshot));
  output.notice('Ctrl-C để dừng · to stop');
};

const platformOptions = async (
  options: UpOptions,
  dataDir: string,
  output: Output,
): Promise<PlatformOptions> => {
  const { clock, durability, seed, port, province, axis } = options;
  return {
    ...cliConfiguration(),
    dataDir,
    clock,
    durability,
    seed,
    ...(port === undefined ? {} : { httpPort: port }),
    ...(province === undefined ? {} : { provinceFile: resolve(province) }),
    ...(axis === undefined ? {} : { axis: await axisIn(axis, province) }),
    onProgress: output.progress,
    onDeath: (name, how) => {
      output.notice(`${name}: ${how}; khởi động lại · started again`);
    },
  };
};

/** The axis of a platform that runs in `dir`, with the secret that it keeps for the province. */
const axisIn = async (dir: string, file = shipped.province()): Promise<AxisAccess> => {
  const layout = layoutOf(resolve(dir));
  const { code } = await readProvince(file);
  const { addresses } = knownPlatform(layout);
  const secret = readKeys(layout.axisSecrets)[code];
  if (secret !== undefined) return { url: addresses.national, secret };
  throw new CliFailure('not-allowed', {
    vi: `Trục trong ${dir} không có thành viên ${code}.`,
    en: `The axis in ${dir} has no member ${code}.`,
  });
};

/** The same command for a process of its own. */
const flagsOf = (options: UpOptions, dataDir: string): readonly string[] => [
  ...['--data', dataDir, '--durability', options.durability, '--clock', options.clock],
  ...['--seed', options.seed],
  ...(options.port === undefined ? [] : ['--port', String(options.port)]),
  ...(options.province === undefined ? [] : ['--province', resolve(options.province)]),
  ...(options.axis === undefined ? [] : ['--axis', resolve(options.axis)]),
  ...(options.scenario === undefined ? [] : ['--scenario', resolve(options.scenario)]),
];

const LAST_PORT = 65_535;

const portOf = (text: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= LAST_PORT) return port;
  throw new InvalidArgumentError('expected a port, 1 to 65535');
};

const clockOf = (text: string): string => {
  try {
    clockSetting(text);
    return text;
  } catch {
    throw new InvalidArgumentError('expected system or scenario:<RFC 3339 date-time>');
  }
};
