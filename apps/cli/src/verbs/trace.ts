import { type Command } from 'commander';
import { CliFailure } from '../output/failure.js';
import { print } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { platformIn } from '../platform/known.js';
import { layoutOf } from '../platform/layout.js';
import { type Trace } from '../platform/operator-answers.js';
import { asOfOption } from './as-of.js';
import { stateOf, traceTable } from './trace-table.js';

interface TraceOptions extends CommonOptions {
  readonly asOf?: string;
}

export const addTrace = (program: Command): void => {
  verb(program, 'trace', {
    words: { vi: 'Đường đi của một văn bản', en: 'Every hop of a document' },
    example: './lienthong trace 000.00.00.H39,2020/03/02,1/UBND --json',
  })
    .argument('<document>', 'mã của nền tảng hoặc DocumentId · our id or the packet’s')
    .addOption(asOfOption())
    .action(async (document: string, { asOf, ...options }: TraceOptions) => {
      const { output, dataDir } = contextOf(options);
      const trace = only(await platformIn(layoutOf(dataDir)).operator.traces(document, { asOf }));
      const told = { ...trace, from: trace.senderCode, state: stateOf(trace) };
      print(output, told, () => traceTable(trace));
    });
};

const only = (traces: readonly Trace[]): Trace => {
  const [first, ...others] = traces;
  if (first !== undefined && others.length === 0) return first;
  const ids = traces.map(({ documentId }) => documentId).join(', ');
  throw new CliFailure(first === undefined ? 'not-found' : 'conflict', {
    vi: `DocumentId này thuộc về ${String(traces.length)} văn bản: ${ids}.`,
    en: `This DocumentId belongs to ${String(traces.length)} documents: ${ids}.`,
  });
};
