import { canonicalJson, type Json } from './canonical-json.js';
import { deriveId, sha256 } from './ids.js';
import { Refusal } from './refusal.js';

/** What a request that has no natural key is known by when it comes again. */
export interface RequestMark {
  /** Of the caller and the key that it gave the request. */
  readonly id: string;
  /** SHA-256 of what was asked. */
  readonly inputDigest: string;
}

/** The caller has used this key for another request. */
export class IdempotencyKeyReused extends Refusal {
  constructor() {
    super('the idempotency key belongs to another request');
  }
}

/** @param input all that was asked, and of what */
export const requestMark = (caller: string, key: string, input: Json): RequestMark => ({
  id: deriveId('request', caller, key),
  inputDigest: sha256(canonicalJson(input)),
});

/**
 * Whether the request was carried out before.
 *
 * @throws {IdempotencyKeyReused} when another one was carried out under its key
 */
export const isCarriedOut = (
  mark: RequestMark | undefined,
  before: Iterable<RequestMark | undefined>,
): boolean => {
  if (mark === undefined) return false;
  for (const known of before) {
    if (known?.id !== mark.id) continue;
    if (known.inputDigest !== mark.inputDigest) throw new IdempotencyKeyReused();
    return true;
  }
  return false;
};
