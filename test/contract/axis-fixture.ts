import { createLogger, type NationalConfiguration, type Running } from '@lienthong/platform';
import { freePort, type NatsServerHandle, startNats, temporaryFolder } from '@lienthong/testing';
import { instant } from '@lienthong/kernel';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { startNational } from '../../apps/national/src/national.js';

export const LONG_AN = '000.00.00.H39';
export const G22 = '000.00.00.G22';

export const MEMBERS_FILE = 'scenarios/national/members.yaml';

export const SCENARIO_NOW = instant('2020-03-02T07:00:00+07:00');

const verdict = z.looseObject({
  status: z.enum(['OK', 'FAIL']),
  ErrorCode: z.string(),
  ErrorDesc: z.string(),
});

export type Answer = z.infer<typeof verdict>;

/** What a national side needs in order to start, on free ports and with data of its own. */
export interface NationalSetting {
  readonly nats: NatsServerHandle;
  readonly configuration: NationalConfiguration;
  /** Of every system that may call the axis, by registered id. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly url: string;
  readonly controlUrl: string;
  /** Returns when the outside systems have nothing left to do. */
  settle(): Promise<void>;
  remove(): Promise<void>;
}

export const nationalSetting = async (seed = '1'): Promise<NationalSetting> => {
  const nats = await startNats();
  const folder = await temporaryFolder();
  const secrets = await secretsOfAll();
  const keysFile = join(folder, 'keys.json');
  await writeFile(keysFile, JSON.stringify(Object.fromEntries(secrets)));
  const httpPort = await freePort();
  const controlPort = await freePort();
  const controlUrl = `http://127.0.0.1:${String(controlPort)}`;
  return {
    nats,
    secrets,
    configuration: {
      tenant: 'AXIS',
      instance: 'national',
      nats: { servers: nats.url },
      durability: 'always',
      clock: { kind: 'scenario', at: SCENARIO_NOW },
      httpPort,
      controlPort,
      createLog: true,
      logLevel: 'fatal',
      keysFile,
      membersFile: MEMBERS_FILE,
      seed,
      dataDir: join(folder, 'data'),
    },
    url: `http://127.0.0.1:${String(httpPort)}`,
    controlUrl,
    settle: () => settle(controlUrl),
    remove: async () => {
      await nats.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** The national side inside the test's own process. */
export interface NationalSide extends NationalSetting {
  /** Ends it in good order and starts it again with the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export const startNationalSide = async (seed?: string): Promise<NationalSide> => {
  const setting = await nationalSetting(seed);
  const { configuration } = setting;
  const start = (): Promise<Running> =>
    startNational(configuration, createLogger('national', configuration.logLevel));
  let running = await start();
  return {
    ...setting,
    restart: async () => {
      await running.close();
      running = await start();
    },
    stop: async () => {
      await running.close();
      await setting.remove();
    },
  };
};

const settled = z.object({ found: z.number(), outstanding: z.number() });

const settle = async (controlUrl: string): Promise<void> => {
  for (;;) {
    const answer = await fetch(`${controlUrl}/control/settle`, { method: 'POST' });
    const { found, outstanding } = settled.parse(await answer.json());
    if (found === 0 && outstanding === 0) return;
  }
};

const secretsOfAll = async (): Promise<ReadonlyMap<string, string>> => {
  const { systems } = z
    .looseObject({ systems: z.array(z.looseObject({ id: z.string() })) })
    .parse(parse(await readFile(MEMBERS_FILE, 'utf8')));
  return new Map([LONG_AN, ...systems.map(({ id }) => id)].map((id) => [id, `secret of ${id}`]));
};

/** An engineer's program: plain HTTP with the headers of one system. */
export class Caller {
  constructor(
    private readonly side: Pick<NationalSetting, 'url' | 'secrets'>,
    readonly system: string,
    private readonly secret = side.secrets.get(system) ?? '',
  ) {}

  post(
    operation: string,
    body: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const identity = { 'X-SystemId': this.system, 'X-SecretKey': this.secret };
    return fetch(`${this.side.url}/${operation}`, {
      method: 'POST',
      headers: { ...identity, ...headers },
      body,
    });
  }

  async call(operation: string, request: object = {}): Promise<Answer> {
    return this.callText(operation, JSON.stringify(request));
  }

  async callText(operation: string, text: string): Promise<Answer> {
    return answerIn(await this.post(operation, text, { 'content-type': 'application/json' }));
  }

  async send(
    packet: Uint8Array,
    messagetype: 'edoc' | 'status' = 'edoc',
    header: object = { from: this.system, servicetype: 'eDoc', messagetype },
  ): Promise<Answer> {
    const form = new FormData();
    form.set('header', JSON.stringify(header));
    form.set('file', new Blob([new Uint8Array(packet)]), 'packet.edxml');
    return answerIn(await this.post('sendEdoc', form));
  }

  async list(messagetype: 'edoc' | 'status' = 'edoc', page: object = {}): Promise<readonly Item[]> {
    const request = { servicetype: 'eDoc', messagetype, ...page };
    return listSchema.parse(await this.call('getReceivedEdocList', request)).list;
  }
}

const listSchema = z.looseObject({
  list: z.array(
    z.strictObject({
      id: z.string().regex(/^[0-9a-f]{24}$/),
      from: z.string(),
      to: z.string(),
      messagetype: z.enum(['edoc', 'status']),
      servicetype: z.literal('eDoc'),
      created_time: z.string().regex(/^\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}$/),
    }),
  ),
});

type Item = z.infer<typeof listSchema>['list'][number];

/** Refusals are in band: the HTTP status is 200 in any case. */
export const answerIn = async (response: Response): Promise<Answer> => {
  if (response.status !== 200) throw new Error(`HTTP ${String(response.status)}`);
  return verdict.parse(await response.json());
};
