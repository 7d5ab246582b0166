import { processorSeconds } from '../platform/process-identity.js';

type Pids = Readonly<Partial<Record<string, number>>>;

/** What processes take of the processors from now on. */
export class ProcessorTime {
  private readonly before: ReadonlyMap<string, number>;

  constructor(private readonly pids: Pids) {
    this.before = secondsOf(pids);
  }

  /** Microseconds for each of so many events, by process; those that a machine does not tell are left out. */
  micros(events: number): Readonly<Record<string, number>> {
    const now = [...secondsOf(this.pids)];
    return Object.fromEntries(
      now
        .map(([name, seconds]) => [name, seconds - (this.before.get(name) ?? 0)] as const)
        .filter(([, seconds]) => seconds > 0)
        .map(([name, seconds]) => [name, Math.round((seconds * 1_000_000) / events)]),
    );
  }
}

const secondsOf = (pids: Pids): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(pids).flatMap(([name, pid]) =>
      pid === undefined ? [] : [[name, processorSeconds(pid)]],
    ),
  );
