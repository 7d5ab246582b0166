import { type RowAddress } from './model/row.js';

/** Names one version of one projection of one tenant. */
export interface Lane {
  readonly tenant: string;
  readonly projection: string;
  readonly version: string;
}

/** Every key of a projection bears this hash tag, so that a cluster keeps them on one node. */
const tag = ({ tenant, projection, version }: Lane): string =>
  `{${tenant}:${projection}:${version}}`;

/** A hash of `sequence`, `epoch` and `target`. */
export const checkpointKey = (lane: Lane): string => `${tag(lane)}:checkpoint`;

/** A stream of what could not be folded. */
export const poisonKey = (lane: Lane): string => streamKey(lane, 'poison');

export const rowKey = (lane: Lane, address: RowAddress): string => `${tag(lane)}:row:${address}`;

export const hashKey = (lane: Lane, hash: string): string => `${tag(lane)}:hash:${hash}`;

export const streamKey = (lane: Lane, stream: string): string => `${tag(lane)}:stream:${stream}`;

/** Matches every key of the lane in SCAN. */
export const everyKey = (lane: Lane): string => `${tag(lane)}:*`;

/** Where the projections of a tenant say how far they are. */
export const advanceChannel = (tenant: string): string => `{${tenant}}:advance`;
