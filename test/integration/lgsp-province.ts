import { PlatformClient } from '@lienthong/connector';
import { type EventStore } from '@lienthong/event-store';
import { instant, sha256 } from '@lienthong/kernel';
import {
  createLogger,
  type LgspConfiguration,
  rateSetting,
  type Running,
} from '@lienthong/platform';
import {
  freePort,
  type NatsServerHandle,
  type RedisServerHandle,
  startNats,
  startRedis,
} from '@lienthong/testing';
import { z } from 'zod';
import { startLgsp } from '../../apps/lgsp/src/application.js';
import { startProjection } from '../../apps/projection/src/application.js';
import { storeOn } from '../contract/event-store/stores.js';

const TENANT = 'H39';
const OPERATOR_KEY = 'operator-key';

export const MORNING = instant('2020-03-02T08:00:00+07:00');

const connected = z.object({ key: z.string() });

export const statusSchema = z.object({
  lastSequence: z.number(),
  parked: z.number().nullable(),
  processes: z.array(z.object({ name: z.string(), checkpoint: z.number(), waiting: z.number() })),
});

type Status = z.infer<typeof statusSchema>;

export type ProvinceOptions = Pick<LgspConfiguration, 'trustFile'>;

/** A province that is not connected to the axis: servers, the platform and its read models in this process. */
export class Province {
  private lgsp: Running | undefined;
  private projection: Running | undefined;
  url = '';

  private constructor(
    readonly nats: NatsServerHandle,
    readonly redis: RedisServerHandle,
    private readonly options: ProvinceOptions,
  ) {}

  static async start(options: ProvinceOptions = {}): Promise<Province> {
    const province = new Province(await startNats(), await startRedis(), options);
    await province.startLgsp();
    province.projection = await startProjection(
      { ...(await province.common('projection')), redisUrl: province.redis.url },
      createLogger('projection', 'silent'),
    );
    return province;
  }

  async startLgsp(): Promise<void> {
    const common = await this.common('lgsp');
    this.url = `http://127.0.0.1:${String(common.httpPort)}`;
    this.lgsp = await startLgsp(
      {
        ...common,
        redisUrl: this.redis.url,
        operatorKeyDigest: sha256(OPERATOR_KEY),
        createLog: true,
        requestsPerSecond: rateSetting('20000'),
        ...this.options,
      },
      createLogger('lgsp', 'silent'),
    );
  }

  async stopLgsp(): Promise<void> {
    await this.lgsp?.close();
    this.lgsp = undefined;
  }

  async stop(): Promise<void> {
    await this.stopLgsp();
    await this.projection?.close();
    await this.redis.stop();
    await this.nats.stop();
  }

  /** The log, for somebody who only looks. */
  reader(): Promise<EventStore> {
    return storeOn(this.nats, { access: 'read', create: false, instance: 'test' });
  }

  /** Registers agencies, by id and code, and connects a system that speaks for all of them. */
  async connect(agencies: Readonly<Record<string, string>>): Promise<PlatformClient> {
    const lines = Object.entries(agencies).map(([id, code]) =>
      JSON.stringify({
        id,
        name: id,
        level: 'province',
        sector: 'state',
        codes: [{ code, form: 'qcvn102', from: '2018-01-01' }],
        from: '2018-01-01',
      }),
    );
    await this.operate('agencies', 'application/x-ndjson', lines.join('\n'));
    const system = {
      id: 'office',
      kind: 'eoffice',
      name: 'office',
      agencies: Object.keys(agencies),
    };
    const answer = await this.operate('systems', 'application/json', JSON.stringify(system));
    return new PlatformClient({ url: this.url, key: connected.parse(JSON.parse(answer)).key });
  }

  async status(): Promise<Status> {
    return statusSchema.parse(await (await this.ask('status')).json());
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${OPERATOR_KEY}`);
    return fetch(`${this.url}/v1/${path}`, { ...init, headers });
  }

  private async operate(path: string, type: string, body: string): Promise<string> {
    const headers = { 'content-type': type };
    const response = await this.ask(path, { method: 'POST', headers, body });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text;
  }

  private async common(instance: string) {
    return {
      tenant: TENANT,
      instance,
      nats: { servers: this.nats.url },
      durability: 'always',
      clock: { kind: 'scenario', at: MORNING },
      httpPort: await freePort(),
      logLevel: 'silent',
    } as const;
  }
}
