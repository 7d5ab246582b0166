import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { CliFailure } from '../output/failure.js';
import { type ProcessIdentity, identityOf } from '../platform/process-identity.js';
import { BackOff } from './backoff.js';
import { guard } from './guard.js';
import { lastWords, openLog } from './log-file.js';
import { type Service } from './service.js';

const PROBE_INTERVAL_MS = 25;
const STOP_WITHIN_MS = 12_000;

/** What a child tells its supervisor. */
export interface ChildEvents {
  /** It has a new pid; called before anything else can happen. */
  onSpawn(): void;
  onDeath(how: string, againInMs: number): void;
}

/** One process that is wanted: started again whenever it ends, until it is stopped. */
export class Child {
  restarts = 0;
  private deaths = 0;
  private process: ChildProcess | undefined;
  private wanted = false;
  private startedAt = 0;
  private readonly backOff = new BackOff();
  private unwanted = new AbortController();

  constructor(
    readonly service: Service,
    private readonly events: ChildEvents,
    /** Whether it ends with this process, however that goes; otherwise the next start ends it. */
    private readonly guarded = false,
  ) {}

  get name() {
    return this.service.name;
  }

  /** Nothing while it is down. */
  get identity(): ProcessIdentity | undefined {
    return this.process?.pid === undefined ? undefined : identityOf(this.process.pid);
  }

  start(): void {
    this.wanted = true;
    this.unwanted = new AbortController();
    this.spawn();
  }

  /**
   * @param mostDeaths how often it may die before it is given up
   * @throws {CliFailure} with the end of its log when it is given up, or not ready in time
   */
  async untilReady(withinMs: number, mostDeaths = Infinity): Promise<void> {
    const deadline = Date.now() + withinMs;
    const last = this.deaths + mostDeaths;
    while (!(await this.service.isReady(this.process?.pid))) {
      if (Date.now() > deadline || this.deaths > last) throw this.notReady();
      await pause(PROBE_INTERVAL_MS);
    }
  }

  /** Asks it to end; ends it when it does not. */
  async stop(): Promise<void> {
    this.wanted = false;
    this.unwanted.abort();
    const child = this.process;
    if (child === undefined || hasEnded(child)) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(force);
  }

  /** As a crash would; it is started again. */
  async kill(): Promise<void> {
    const child = this.process;
    if (child === undefined || hasEnded(child)) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  private spawn(): void {
    const { command, args, environment, logFile } = this.service;
    const log = openLog(logFile);
    // A group of its own: Ctrl-C reaches the supervisor alone, which ends its children in order.
    const options = {
      env: environment,
      stdio: ['ignore', log.fd, log.fd],
      detached: true,
    } as const;
    const child = spawn(command, [...args], { ...options, stdio: [...options.stdio] });
    log.close();
    this.process = child;
    this.startedAt = Date.now();
    if (this.guarded && child.pid !== undefined) child.once('exit', guard(child.pid));
    this.events.onSpawn();
    child.once('error', (error) => {
      void this.died(error.message);
    });
    child.once('exit', (code, signalName) => {
      void this.died(signalName ?? `exit ${String(code)}`);
    });
  }

  private async died(how: string): Promise<void> {
    if (!this.wanted) return;
    this.deaths += 1;
    const delayMs = this.backOff.delayAfter(Date.now() - this.startedAt);
    this.events.onDeath(how, delayMs);
    try {
      await pause(delayMs, undefined, { signal: this.unwanted.signal });
    } catch {
      return;
    }
    this.restarts += 1;
    this.spawn();
  }

  private notReady(): CliFailure {
    const { name, logFile } = this.service;
    const said = lastWords(logFile);
    return new CliFailure('unavailable', {
      vi: `${name} không khởi động được; xem ${logFile}.`,
      en: `${name} does not become ready; the end of ${logFile}:\n${said}`,
    });
  }
}

const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;
