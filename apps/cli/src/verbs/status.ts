import { type Command } from 'commander';
import { print } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { layoutOf } from '../platform/layout.js';
import { knownPlatform } from '../platform/platform-file.js';
import { snapshotTable } from '../status/snapshot-table.js';
import { snapshotOf } from '../status/snapshot.js';

export const addStatus = (program: Command): void => {
  verb(program, 'status', {
    words: {
      vi: 'Các dịch vụ, bộ nhớ, việc đang chờ',
      en: 'The services, their memory, what waits',
    },
    example: './lienthong status --json',
  }).action(async (options: CommonOptions) => {
    const { output, dataDir } = contextOf(options);
    const layout = layoutOf(dataDir);
    const snapshot = await snapshotOf(layout, knownPlatform(layout));
    print(output, snapshot, () => snapshotTable(snapshot));
  });
};
