import { streamOf } from '@lienthong/contracts';

/** Everything that a tenant keeps beside its log bears the log's name. */
export const keysBucket = (tenant: string): string => streamOf(tenant);

export const objectsBucket = (tenant: string): string => streamOf(tenant);

export const keysStream = (tenant: string): string => `KV_${keysBucket(tenant)}`;

export const objectsStream = (tenant: string): string => `OBJ_${objectsBucket(tenant)}`;

/** Every subject of the tenant's objects, as a filter. */
export const objectsSubjects = (tenant: string): string => `$O.${objectsBucket(tenant)}.>`;

export const LEASE_KEY = 'lease';

/** @throws {RangeError} when the name has other characters than letters, digits, `_` and `-` */
export const checkpointKey = (name: string): string => {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(name)) throw new RangeError(`not a reader's name: ${name}`);
  return `checkpoint.${name}`;
};
