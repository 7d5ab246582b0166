import { type Command } from 'commander';
import { type Output } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { platformIn } from '../platform/known.js';
import { layoutOf } from '../platform/layout.js';
import { eventData } from '../platform/server-sent-events.js';
import { SystemKeys } from '../platform/system-keys.js';
import { stopSignal } from '../up/stop-signal.js';
import { z } from 'zod';

interface TailOptions extends CommonOptions {
  readonly type?: string;
  readonly agency?: string;
  readonly from?: string;
}

const shown = z.looseObject({ time: z.string(), type: z.string(), subject: z.string() });

export const addTail = (program: Command): void => {
  verb(program, 'tail', {
    words: { vi: 'Theo dõi sự kiện', en: 'Follow the events as they happen' },
    example: './lienthong tail --type document-issued.v1 --from 0 --json',
  })
    .option('--type <type>', 'loại, hoặc phần cuối của nó · a type, or the end of one')
    .option('--agency <agency>', 'mã định danh hoặc mã nội bộ · code or internal id')
    .option('--from <cursor>', 'từ vị trí này; 0 là đầu · from a cursor; 0 is the beginning')
    .action(async ({ type, agency, from, ...options }: TailOptions) => {
      const { output, dataDir } = contextOf(options);
      const layout = layoutOf(dataDir);
      const { operator } = platformIn(layout);
      const id =
        agency === undefined
          ? undefined
          : await (await SystemKeys.of(operator, layout)).idOf(agency);
      const signal = stopSignal();
      try {
        const stream = await operator.events({ type, agency: id, from }, signal);
        for await (const data of eventData(stream)) show(output, data);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    });
};

const show = (output: Output, data: string): void => {
  if (output.json || !process.stdout.isTTY) {
    output.line(data);
    return;
  }
  const { time, type, subject } = shown.parse(JSON.parse(data));
  output.line(`${time}  ${type}  ${subject}`);
};
