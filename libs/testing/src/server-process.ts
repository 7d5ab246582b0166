import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PROBE_INTERVAL_MS = 10;
const READY_WITHIN_MS = 20_000;
const KEPT_OUTPUT_CHARS = 4_000;

/** Ends the server when the process that started it is gone, however it went: its end of the pipe closes. */
const GUARD = 'read -r _; kill -9 "$1"; rm -rf "$2"';

export interface ServerProgram {
  readonly path: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Whether the server answers; called until it does. */
  readonly isReady: () => Promise<boolean>;
  /** Removed when the server stops for good. */
  readonly temporaryFolder: string;
}

/** One server of a test: a child process that outlives neither `stop` nor the test. */
export class ServerProcess {
  private child: ChildProcess | undefined;
  private guard: ChildProcess | undefined;
  private output = '';

  constructor(private readonly program: ServerProgram) {}

  /** @throws {Error} when it is not running */
  get pid(): number {
    if (this.child?.pid === undefined) throw new Error('the server is not running');
    return this.child.pid;
  }

  /** @throws {Error} with the server's last words when it ends or does not answer within 30 s */
  async start(): Promise<void> {
    const { path, args, env, temporaryFolder } = this.program;
    const child = spawn(path, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', this.keep);
    child.stderr.on('data', this.keep);
    await once(child, 'spawn');
    this.child = child;
    this.guard = spawn('sh', ['-c', GUARD, 'guard', String(this.pid), temporaryFolder], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.guard.unref();
    await this.untilReady();
  }

  async restart(): Promise<void> {
    await this.end('SIGTERM');
    await this.start();
  }

  async kill9(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    await this.removeFolder();
  }

  private async removeFolder(): Promise<void> {
    await rm(this.program.temporaryFolder, { recursive: true, force: true });
  }

  private readonly keep = (chunk: Buffer): void => {
    this.output = (this.output + chunk.toString()).slice(-KEPT_OUTPUT_CHARS);
  };

  private async untilReady(): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!this.hasEnded() && Date.now() < deadline) {
      if (await this.program.isReady()) return;
      await pause(PROBE_INTERVAL_MS);
    }
    await this.end('SIGKILL');
    await this.removeFolder();
    throw new Error(`${this.program.path} does not answer:\n${this.output}`);
  }

  private hasEnded(): boolean {
    return this.child?.exitCode !== null || this.child.signalCode !== null;
  }

  private async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    this.guard?.kill('SIGKILL');
    this.guard = undefined;
    if (this.child !== undefined && !this.hasEnded()) {
      const ended = once(this.child, 'exit');
      this.child.kill(signal);
      await ended;
    }
    this.child = undefined;
  }
}

/** A port that was free a moment ago. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
};

export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'lienthong-test-'));
