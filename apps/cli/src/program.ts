import { Command } from 'commander';
import { endingOf } from './output/failure.js';
import { EXIT } from './output/exit-codes.js';
import { addAgency } from './verbs/agency.js';
import { addBench } from './verbs/bench.js';
import { addConnect } from './verbs/connect.js';
import { addDoctor } from './verbs/doctor.js';
import { addDown } from './verbs/down.js';
import { addExplain } from './verbs/explain.js';
import { addEdxml } from './verbs/edxml.js';
import { addFlow } from './verbs/flow.js';
import { addInbox } from './verbs/inbox.js';
import { addKey } from './verbs/key.js';
import { addMetrics } from './verbs/metrics.js';
import { addMock } from './verbs/mock.js';
import { addRebuild } from './verbs/rebuild.js';
import { addRequests } from './verbs/requests.js';
import { addRun } from './verbs/run.js';
import { addSearch } from './verbs/search.js';
import { addSend } from './verbs/send.js';
import { addStatus } from './verbs/status.js';
import { addTail } from './verbs/tail.js';
import { addTrace } from './verbs/trace.js';
import { addUp } from './verbs/up.js';
import { addVerify } from './verbs/verify.js';

const VERBS = [
  addUp,
  addDown,
  addStatus,
  addSend,
  addTrace,
  addSearch,
  addInbox,
  addTail,
  addMetrics,
  addExplain,
  addFlow,
  addRun,
  addAgency,
  addRebuild,
  addVerify,
  addConnect,
  addKey,
  addRequests,
  addMock,
  addEdxml,
  addBench,
  addDoctor,
];

/** Runs one command and returns its exit code; failures are told, never thrown. */
export const runCli = async (args: readonly string[]): Promise<number> => {
  const json = args.includes('--json');
  try {
    await programFor().parseAsync(args, { from: 'user' });
    return EXIT.ok;
  } catch (error) {
    const { exitCode, problem, lines } = endingOf(error);
    const told = json && exitCode !== EXIT.ok ? [JSON.stringify(problem)] : lines;
    for (const line of told) process.stderr.write(`${line}\n`);
    return exitCode;
  }
};

const programFor = (): Command => {
  const program = new Command('lienthong')
    .description('Liên Thông: trục chia sẻ dữ liệu cấp tỉnh\nA provincial data-sharing bus')
    .exitOverride()
    // Commander's own words about a mistake are told once, with ours.
    .configureOutput({ outputError: () => undefined });
  for (const add of VERBS) add(program);
  return program;
};
