import { type Redis } from 'ioredis';
import { rebuildKey } from '../keys.js';
import { type Rebuilding, rebuilding } from '../model/rebuilding.js';
import { projections } from '../projections/all.js';
import { Script } from '../redis.js';
import { ProjectionUnknown, ReadModelsUnavailable, RebuildUnderWay } from './errors.js';

const ASK = new Script(`
if redis.call('HGET', KEYS[1], 'busy') == '1' then return 0 end
redis.call('HSET', KEYS[1], 'id', ARGV[1], 'projections', ARGV[2], 'busy', '1', 'told', ARGV[3])
return 1
`);

const ASKED: Rebuilding = { state: 'asked' };

/** Asks whoever writes the read models of a tenant to build them anew; one such order is kept at a time. */
export class Rebuilds {
  constructor(
    private readonly redis: Redis,
    private readonly tenant: string,
  ) {}

  /**
   * @param id names the order
   * @param wanted names of projections; all of them when empty
   * @throws {ProjectionUnknown}
   * @throws {RebuildUnderWay}
   * @throws {ReadModelsUnavailable}
   */
  async ask(id: string, wanted: readonly string[]): Promise<void> {
    const names = projections.map(({ name }) => name);
    const unknown = wanted.find((name) => !names.includes(name));
    if (unknown !== undefined) throw new ProjectionUnknown(unknown, names);
    const asked = JSON.stringify(wanted.length === 0 ? names : wanted);
    const args = [id, asked, JSON.stringify(ASKED)];
    const taken = await answered(() => ASK.run(this.redis, [rebuildKey(this.tenant)], args));
    if (taken !== 1) throw new RebuildUnderWay();
  }

  /**
   * Nothing where the order is not known, or no longer.
   *
   * @throws {ReadModelsUnavailable}
   */
  async state(id: string): Promise<Rebuilding | undefined> {
    const key = rebuildKey(this.tenant);
    const [kept, told] = await answered(() => this.redis.hmget(key, 'id', 'told'));
    return kept === id && typeof told === 'string' ? rebuilding.parse(JSON.parse(told)) : undefined;
  }
}

const answered = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    throw new ReadModelsUnavailable({ cause: error });
  }
};
