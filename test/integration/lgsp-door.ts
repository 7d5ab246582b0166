import { sha256 } from '@lienthong/kernel';
import {
  freePort,
  type NatsServerHandle,
  type RedisServerHandle,
  ServerProcess,
  startNats,
  startRedis,
  temporaryFolder,
} from '@lienthong/testing';
import { z } from 'zod';
import { MEMORY_FLAGS } from '../../apps/cli/src/up/app-services.js';

const BUILT = 'dist/bin/lgsp.js';
const OPERATOR_KEY = 'the-operator-of-the-test';
const CLOCK = 'scenario:2020-03-02T07:00:00+07:00';

/** Settings that a test wants otherwise. */
export type Environment = Readonly<Record<string, string>>;

/** One process of the platform, as it is built. */
export interface LgspInstance {
  readonly url: string;
  readonly process: ServerProcess;
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

const connected = z.object({ systemId: z.string(), key: z.string() });

/** The HTTP door of a province in small: a log, a Redis that nobody fills, and instances of `apps/lgsp`. */
export class LgspDoor {
  readonly operatorKey = OPERATOR_KEY;
  private readonly instances: LgspInstance[] = [];

  private constructor(
    readonly nats: NatsServerHandle,
    private readonly redis: RedisServerHandle,
  ) {}

  static async open(environment: Environment = {}): Promise<LgspDoor> {
    const [nats, redis] = await Promise.all([startNats(), startRedis()]);
    const door = new LgspDoor(nats, redis);
    await door.start('lgsp', environment);
    return door;
  }

  /** The instance that was started first. */
  get first(): LgspInstance {
    const [first] = this.instances;
    if (first === undefined) throw new Error('no instance runs');
    return first;
  }

  /** Returns when the instance answers. */
  async start(name: string, environment: Environment = {}): Promise<LgspInstance> {
    const port = await freePort();
    const url = `http://127.0.0.1:${String(port)}`;
    const process = new ServerProcess({
      path: globalThis.process.execPath,
      args: [...MEMORY_FLAGS.lgsp, BUILT],
      env: {
        LIENTHONG_TENANT: 'H39',
        LIENTHONG_INSTANCE: name,
        LIENTHONG_NATS_URL: this.nats.url,
        LIENTHONG_REDIS_URL: this.redis.url,
        LIENTHONG_HTTP_PORT: String(port),
        LIENTHONG_CLOCK: CLOCK,
        LIENTHONG_CREATE_LOG: String(this.instances.length === 0),
        LIENTHONG_OPERATOR_KEY_DIGEST: sha256(OPERATOR_KEY),
        LIENTHONG_LOG_LEVEL: 'error',
        ...environment,
      },
      isReady: () => isReady(url),
      temporaryFolder: await temporaryFolder(),
    });
    await process.start();
    const instance = { url, process };
    this.instances.push(instance);
    return instance;
  }

  /** Registers the agencies and connects a system for each, `system-<agency>`; returns the systems' keys. */
  async settle(...agencies: readonly string[]): Promise<readonly string[]> {
    const lines = agencies.map((id, at) => ({
      id,
      name: `Đơn vị ${id}`,
      level: 'province',
      sector: 'state',
      codes: [{ code: `000.00.${String(at + 10)}.H39`, form: 'qcvn102', from: '2019-01-01' }],
      from: '2019-01-01',
    }));
    const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    await this.operator('POST', '/v1/agencies', body, { type: 'application/x-ndjson' });
    return Promise.all(agencies.map((id) => this.connect(`system-${id}`, id)));
  }

  async connect(system: string, ...agencies: readonly string[]): Promise<string> {
    const request = { id: system, kind: 'eoffice', name: system, agencies };
    const { json } = await this.operator('POST', '/v1/systems', JSON.stringify(request));
    return connected.parse(json).key;
  }

  operator(method: string, path: string, body?: string, more: Question = {}): Promise<Asked> {
    return ask(`${this.first.url}${path}`, { method, key: OPERATOR_KEY, body, ...more });
  }

  async close(): Promise<void> {
    for (const { process } of this.instances.reverse()) await process.stop();
    await Promise.all([this.nats.stop(), this.redis.stop()]);
  }
}

export interface Question {
  readonly method?: string;
  readonly key?: string;
  readonly body?: string | undefined;
  readonly type?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export const ask = async (
  url: string,
  { method = 'GET', key, body, type = 'application/json', headers = {} }: Question = {},
): Promise<Asked> => {
  const response = await fetch(url, {
    method,
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': type }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const json: unknown = response.headers.get('content-type')?.includes('json')
    ? parsed(text)
    : undefined;
  return { status: response.status, headers: response.headers, text, json };
};

/** Lines are no JSON as a whole. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
};
