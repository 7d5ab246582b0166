import { type Json } from '@lienthong/kernel';

/**
 * A value of the domain as JSON: bytes become base64, absent members stay absent.
 *
 * @throws {TypeError} for what JSON cannot hold, such as a function
 */
export const jsonOf = (value: unknown): Json | undefined => {
  if (value === undefined || value === null) return value;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map((item) => jsonOf(item) ?? null);
  if (typeof value === 'object') return jsonObjectOf(value);
  throw new TypeError(`not JSON: ${typeof value}`);
};

export const jsonObjectOf = (value: object): Readonly<Record<string, Json | undefined>> =>
  Object.fromEntries(Object.entries(value).map(([key, member]) => [key, jsonOf(member)]));
