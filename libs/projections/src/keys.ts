import { type RowAddress } from './model/row.js';

/** Names one version of one projection of one tenant. */
export interface Model {
  readonly tenant: string;
  readonly projection: string;
  readonly version: string;
}

/** One build of a model, from the first event on: 1, 2, 3 … */
export interface Lane extends Model {
  readonly build: number;
}

/** Every key of a projection bears this hash tag, so that a cluster keeps them on one node. */
const tag = ({ tenant, projection, version }: Model): string =>
  `{${tenant}:${projection}:${version}}`;

const prefix = (lane: Lane): string => `${tag(lane)}:${String(lane.build)}`;

/** Holds the number of the build that is read. */
export const pointerKey = (model: Model): string => `${tag(model)}:current`;

/** A hash of `sequence`, `epoch` and `target`. */
export const checkpointKey = (lane: Lane): string => `${prefix(lane)}:checkpoint`;

export const rowKey = (lane: Lane, address: RowAddress): string => `${prefix(lane)}:row:${address}`;

export const hashKey = (lane: Lane, hash: string): string => `${prefix(lane)}:hash:${hash}`;

export const streamKey = (lane: Lane, stream: string): string => `${prefix(lane)}:stream:${stream}`;

/** A stream of names alone. */
export const indexKey = (lane: Lane, index: string): string => `${prefix(lane)}:index:${index}`;

/** Matches every key of the lane in SCAN. */
export const everyKey = (lane: Lane): string => `${prefix(lane)}:*`;

/** Matches every key of every version and build of the projection in SCAN. */
export const everyKeyOf = ({ tenant, projection }: Model): string => `{${tenant}:${projection}:*`;

/** The rest of a key of the lane, which is the same in every build; nothing for the keys of others. */
export const withinLane = (lane: Lane, key: string): string | undefined =>
  key.startsWith(`${prefix(lane)}:`) ? key.slice(prefix(lane).length + 1) : undefined;

/** Where the projections of a tenant say how far they are. */
export const advanceChannel = (tenant: string): string => `{${tenant}}:advance`;

/** A hash: the rebuilding that was asked for last, and what became of it. */
export const rebuildKey = (tenant: string): string => `{${tenant}}:rebuild`;
