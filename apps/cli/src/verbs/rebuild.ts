import { setTimeout as pause } from 'node:timers/promises';
import { type Command } from 'commander';
import { CliFailure } from '../output/failure.js';
import { type Output, print, table } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { platformIn } from '../platform/known.js';
import { layoutOf } from '../platform/layout.js';
import { type Operator } from '../platform/operator.js';
import { type Rebuild, type Rebuilt } from '../platform/inspection-answers.js';
import { persistently } from '../run/persistently.js';
import { stopSignal } from '../up/stop-signal.js';

const LOOK_EVERY_MS = 250;
/** Whoever builds read models looks twice a second for orders. */
const TAKEN_UP_WITHIN_MS = 60_000;

interface RebuildOptions extends CommonOptions {
  readonly projection?: readonly string[];
}

export const addRebuild = (program: Command): void => {
  verb(program, 'rebuild', {
    words: {
      vi: 'Dựng lại mô hình đọc từ nhật ký và so với bản đang dùng',
      en: 'Build the read models anew from the log and compare',
    },
    example: './lienthong rebuild --projection inbox --json',
  })
    .option('--projection <name...>', 'chỉ dựng lại các mô hình này · only these; all when absent')
    .action(async ({ projection = [], ...options }: RebuildOptions) => {
      const { output, dataDir } = contextOf(options);
      const { operator } = platformIn(layoutOf(dataDir));
      const { id } = await operator.askRebuild(projection);
      const rebuilt = await finished(operator, id, output);
      print(output, rebuilt, () => rebuiltTable(rebuilt));
      requireIdentical(rebuilt);
    });
};

const finished = async (operator: Operator, id: string, output: Output): Promise<Rebuilt> => {
  const signal = stopSignal();
  const asked = Date.now();
  for (;;) {
    const rebuild = await persistently(signal, () => operator.rebuild(id));
    if (rebuild.state === 'done') return rebuild;
    if (rebuild.state === 'failed') throw failed(rebuild.reason);
    if (rebuild.state === 'asked' && Date.now() - asked > TAKEN_UP_WITHIN_MS) throw notTakenUp();
    report(rebuild, output);
    await pause(LOOK_EVERY_MS, undefined, { signal });
  }
};

const report = (rebuild: Rebuild, output: Output): void => {
  if (rebuild.state !== 'running') return;
  const { events, target } = rebuild;
  output.progress(`${String(events)} / ${String(target)} sự kiện · events`);
};

const failed = (reason: string): CliFailure =>
  new CliFailure('unexpected', { vi: 'Dựng lại không thành.', en: `It failed: ${reason}` });

const notTakenUp = (): CliFailure =>
  new CliFailure('unavailable', {
    vi: 'Không tiến trình nào nhận việc dựng lại; xem `./lienthong status`.',
    en: 'No process has taken the order up; see `./lienthong status`.',
  });

const rebuiltTable = ({ projections, events, seconds, digest }: Rebuilt): string =>
  [
    table(
      ['Mô hình đọc · Projection', 'Giống · Identical', 'Dấu vết · Digest'],
      projections.map((each) => [each.projection, each.identical ? '✔' : '✘', each.digest]),
    ),
    `${String(events)} sự kiện, ${String(seconds)} giây · events, seconds. ${digest}`,
  ].join('\n');

/** @throws {CliFailure} when what was read until now is not what the log says */
const requireIdentical = ({ identical, projections }: Rebuilt): void => {
  if (identical) return;
  const names = projections.filter((each) => !each.identical).map((each) => each.projection);
  throw new CliFailure('check-failed', {
    vi: `Bản cũ khác nhật ký: ${names.join(', ')}. Từ nay dùng bản mới.`,
    en: `The build before was not what the log says: ${names.join(', ')}. The new one is read now.`,
  });
};
