import { CliFailure } from '../output/failure.js';
import { type Operator } from '../platform/operator.js';
import {
  type Addresses,
  type PlatformRecord,
  SERVICES,
  type ServiceName,
  removePlatformFile,
  writePlatformFile,
} from '../platform/platform-file.js';
import { Child } from './child.js';
import { type Lock } from './lock.js';
import { LogKeeper } from './log-keeper.js';
import { type Platform } from './running-platform.js';
import { type Service } from './service.js';
import { SupervisorDoor, type Watched } from './supervisor-door.js';
import { type PlatformOptions, type Settings, tenantOf } from './settings.js';

const READY_WITHIN_MS = 60_000;
/** A process that dies oftener before it was ever well is not helped by another start. */
const DEATHS_AT_START = 3;

/** Keeps the children running and writes down who they are, so that another can find them when it dies. */
export class Supervisor {
  private readonly children = new Map<ServiceName, Child>();
  private state: PlatformRecord['state'] = 'starting';
  private door: SupervisorDoor | undefined;
  private readonly logs: LogKeeper;

  constructor(
    private readonly settings: Settings,
    private readonly addresses: Addresses,
    private readonly lock: Lock,
    private readonly told: Pick<PlatformOptions, 'onProgress' | 'onDeath' | 'ports'>,
  ) {
    process.once('exit', this.abandon);
    this.logs = new LogKeeper(settings.layout.logs, (error) => {
      told.onProgress?.(`nhật ký · logs: ${String(error)}`);
    });
  }

  /** Resolves when all of them are ready. */
  async start(services: readonly Service[]): Promise<void> {
    const children = services.map((service) => this.childOf(service));
    for (const child of children) child.start();
    await Promise.all(children.map((child) => this.untilReady(child)));
  }

  /** Says on this port how its processes are. */
  async answerAt(port: number): Promise<void> {
    this.door = await SupervisorDoor.open(port, () => this.watched());
  }

  healthy(): void {
    this.state = 'healthy';
    this.record();
  }

  async stop(): Promise<void> {
    this.state = 'stopping';
    this.record();
    const { door } = this;
    this.door = undefined;
    await door?.close();
    for (const name of [...SERVICES].reverse()) await this.children.get(name)?.stop();
    await this.logs.stop();
    process.removeListener('exit', this.abandon);
    removePlatformFile(this.settings.layout);
    this.lock.release();
  }

  platform(operator: Operator): Platform {
    return {
      addresses: this.addresses,
      dataDir: this.settings.layout.root,
      seed: this.settings.seed,
      operator,
      pids: () => this.pids(),
      kill: (name) => this.child(name).kill(),
      stopService: (name) => this.child(name).stop(),
      startService: async (name) => {
        this.child(name).start();
        await this.untilReady(this.child(name));
      },
      untilReady: async () => {
        const children = [...this.children.values()];
        await Promise.all(children.map((child) => child.untilReady(READY_WITHIN_MS)));
      },
      stop: () => this.stop(),
    };
  }

  private pids(): Partial<Record<ServiceName, number>> {
    const running = [...this.children.values()].flatMap(({ name, identity }) =>
      identity === undefined ? [] : [[name, identity.pid] as const],
    );
    return Object.fromEntries(running);
  }

  private watched(): readonly Watched[] {
    return [...this.children.values()].map(({ name, identity, restarts }) => ({
      name,
      isUp: identity !== undefined,
      restarts,
    }));
  }

  private childOf(service: Service): Child {
    const { name } = service;
    const events = {
      onSpawn: () => {
        this.record();
      },
      onDeath: (how: string) => {
        this.told.onDeath?.(name, how);
      },
    };
    const child = new Child(service, events, this.told.ports === 'free');
    this.children.set(name, child);
    return child;
  }

  private async untilReady(child: Child): Promise<void> {
    await child.untilReady(READY_WITHIN_MS, DEATHS_AT_START);
    this.told.onProgress?.(`${child.name}: sẵn sàng · ready`);
  }

  private child(name: ServiceName): Child {
    const child = this.children.get(name);
    if (child !== undefined) return child;
    throw new CliFailure('not-found', {
      vi: `Nền tảng không tự chạy ${name}.`,
      en: `The platform does not run ${name} itself.`,
    });
  }

  private record(): void {
    const { layout, province, provinceFile, clock, seed, durability } = this.settings;
    const services = [...this.children.values()].flatMap(({ name, identity, restarts }) =>
      identity === undefined ? [] : [{ name, ...identity, restarts }],
    );
    writePlatformFile(layout, {
      supervisor: this.lock.holder,
      state: this.state,
      tenant: tenantOf(province),
      clock,
      seed,
      durability,
      province: provinceFile,
      addresses: this.addresses,
      services,
    });
  }

  /** The last act of a supervisor that goes down with an error: nothing is left behind. */
  private readonly abandon = (): void => {
    for (const { identity } of this.children.values())
      if (identity !== undefined) process.kill(identity.pid, 'SIGKILL');
    removePlatformFile(this.settings.layout);
    this.lock.release();
  };
}
