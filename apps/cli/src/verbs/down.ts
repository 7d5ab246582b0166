import { type Command } from 'commander';
import { print } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { layoutOf } from '../platform/layout.js';
import { readPlatformFile } from '../platform/platform-file.js';
import { endLeftovers, endProcess } from '../up/leftovers.js';

/** The supervisor ends its children one after another. */
const ALL_ENDED_WITHIN_MS = 60_000;

export const addDown = (program: Command): void => {
  verb(program, 'down', {
    words: { vi: 'Dừng nền tảng', en: 'Stop the platform' },
    example: './lienthong down',
  }).action(async (options: CommonOptions) => {
    const { output, dataDir } = contextOf(options);
    const layout = layoutOf(dataDir);
    const record = readPlatformFile(layout);
    if (record !== undefined) await endProcess(record.supervisor, ALL_ENDED_WITHIN_MS);
    await endLeftovers(layout);
    const stopped = record?.services.map(({ name }) => name) ?? [];
    print(output, { stopped }, () =>
      stopped.length === 0
        ? 'Không có gì đang chạy. · Nothing was running.'
        : `Đã dừng · Stopped: ${stopped.join(', ')}`,
    );
  });
};
