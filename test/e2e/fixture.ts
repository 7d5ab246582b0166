import { AxisClient, PlatformClient } from '@lienthong/connector';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Keys, readKeys } from '../../apps/cli/src/platform/key-ring.js';
import { layoutOf } from '../../apps/cli/src/platform/layout.js';
import { settle } from '../../apps/cli/src/run/settle.js';
import { startPlatform } from '../../apps/cli/src/up/platform.js';
import { type Platform } from '../../apps/cli/src/up/running-platform.js';
import { type PlatformOptions } from '../../apps/cli/src/up/settings.js';

const PACKETS = join(import.meta.dirname, '../packets');

/** A whole platform of its own for one test file: every process, on free ports, in a folder that goes with it. */
export interface Province {
  readonly platform: Platform;
  readonly dataDir: string;
  /** The keys of the province's e-office systems, by the system's id. */
  readonly keys: Keys;
  client(systemId: string): PlatformClient;
  /** The axis as one of its registered systems sees it. */
  axis(systemId: string): AxisClient;
  /** Resolves when everybody has reacted to everything. */
  settled(): Promise<void>;
  /** Stops every process and starts them again on the same data. */
  restart(options?: Partial<PlatformOptions>): Promise<Province>;
  end(): Promise<void>;
}

export const startProvince = async (options: Partial<PlatformOptions> = {}): Promise<Province> => {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'lienthong-province-'));
  const platform = await startPlatform({ ports: 'free', ...options, dataDir });
  const { addresses, operator } = platform;
  const layout = layoutOf(dataDir);
  const keys = readKeys(layout.eofficeKeys);
  const secrets = readKeys(layout.axisSecrets);
  return {
    platform,
    dataDir,
    keys,
    client: (systemId) =>
      new PlatformClient({ url: addresses.platform, key: keys[systemId] ?? '' }),
    axis: (systemId) =>
      new AxisClient({ url: addresses.national, systemId, secret: secrets[systemId] ?? '' }),
    settled: () =>
      settle(
        { operator, addresses },
        { signal: new AbortController().signal, onProgress: () => undefined },
      ),
    restart: async (changed = {}) => {
      await platform.stop();
      return startProvince({ ...options, ...changed, dataDir });
    },
    end: async () => {
      await platform.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** A packet of a real producer, with texts of it replaced. */
export const packet = (
  name: string,
  replacements: readonly (readonly [string | RegExp, string])[] = [],
): Buffer =>
  Buffer.from(
    replacements.reduce(
      (text, [from, to]) => text.replace(from, to),
      readFileSync(join(PACKETS, name), 'utf8'),
    ),
  );
