/** One thing that a process needs in order to do its work. */
export interface HealthCheck {
  readonly name: string;
  /** @throws {Error} whose message says what is not well */
  check(): Promise<void> | void;
}

export interface HealthReport {
  /** Who answers: on a machine with several platforms a port may not be whose one thinks. */
  readonly pid: number;
  readonly status: 'ok' | 'unavailable';
  readonly checks: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly detail?: string;
  }[];
}

/** What an app provides to {@link HealthController}; without checks an app that answers is ready. */
export class HealthChecks {
  constructor(private readonly checks: readonly HealthCheck[] = []) {}

  async report(): Promise<HealthReport> {
    const checks = await Promise.all(this.checks.map(outcome));
    return {
      pid: process.pid,
      status: checks.every(({ ok }) => ok) ? 'ok' : 'unavailable',
      checks,
    };
  }
}

const outcome = async (check: HealthCheck): Promise<HealthReport['checks'][number]> => {
  const { name } = check;
  try {
    await check.check();
    return { name, ok: true };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
};
