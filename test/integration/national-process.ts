import { type RecordedMessage } from '@lienthong/contracts';
import { openEventStore } from '@lienthong/event-store';
import { standingClock, toRfc3339 } from '@lienthong/kernel';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { everything } from '../contract/event-store/stores.js';
import { nationalSetting, type NationalSetting, SCENARIO_NOW } from '../contract/axis-fixture.js';

const BUILT = 'dist/bin/national.js';
const PROBE_MS = 20;
const READY_WITHIN_MS = 20_000;

/** The national side as an OS process of its own, as it is built. */
export class NationalProcess {
  private child: ChildProcess | undefined;
  private said = '';

  private constructor(readonly setting: NationalSetting) {}

  static async start(seed?: string): Promise<NationalProcess> {
    const national = new NationalProcess(await nationalSetting(seed));
    await national.start();
    return national;
  }

  /** @returns when it answers */
  async start(): Promise<void> {
    const { url, controlUrl, configuration } = this.setting;
    const child = spawn(process.execPath, [BUILT], {
      env: environmentOf(configuration),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', this.keep);
    child.stderr.on('data', this.keep);
    this.child = child;
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await isReady(url)) || !(await isReady(controlUrl))) {
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error(`the national side does not start (npm run build?):\n${this.said}`);
      await pause(PROBE_MS);
    }
  }

  /** As a power cut would. */
  async kill9(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** @returns its exit code */
  async terminate(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** Everything that happened on the axis. */
  async messages(): Promise<readonly RecordedMessage[]> {
    const store = await openEventStore({
      servers: this.setting.nats.url,
      tenant: 'AXIS',
      instance: 'reader',
      access: 'read',
      create: false,
      durability: 'always',
      clock: standingClock(SCENARIO_NOW),
    });
    const messages = await everything(store);
    await store.close();
    return messages;
  }

  async remove(): Promise<void> {
    await this.kill9();
    await this.setting.remove();
  }

  private readonly keep = (chunk: Buffer): void => {
    this.said = (this.said + chunk.toString()).slice(-4_000);
  };

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return null;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  }
}

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
};

const environmentOf = (
  configuration: NationalSetting['configuration'],
): Readonly<Record<string, string>> => ({
  LIENTHONG_TENANT: configuration.tenant,
  LIENTHONG_INSTANCE: configuration.instance,
  LIENTHONG_NATS_URL: configuration.nats.servers,
  LIENTHONG_CLOCK: `scenario:${toRfc3339(SCENARIO_NOW)}`,
  LIENTHONG_HTTP_PORT: String(configuration.httpPort),
  LIENTHONG_CONTROL_PORT: String(configuration.controlPort),
  LIENTHONG_CREATE_LOG: String(configuration.createLog),
  LIENTHONG_KEYS_FILE: configuration.keysFile,
  LIENTHONG_MEMBERS_FILE: configuration.membersFile,
  LIENTHONG_SEED: configuration.seed,
  LIENTHONG_DATA_DIR: configuration.dataDir,
  LIENTHONG_LOG_LEVEL: 'warn',
});
