import type { BrokenRule } from './packet.errors.js';

/** Why a file cannot be had out of what carries it. */
export class BrokenContent extends Error {
  constructor(
    readonly rule: BrokenRule,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
