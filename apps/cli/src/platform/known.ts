import { readKey } from './key-ring.js';
import { type Layout } from './layout.js';
import { Operator } from './operator.js';
import { type Addresses, knownPlatform } from './platform-file.js';

/** The platform that runs in a folder, and the operator's right to ask it. */
export interface KnownPlatform {
  readonly addresses: Addresses;
  readonly operator: Operator;
  readonly seed: string;
}

/** @throws {CliFailure} when none was started there */
export const platformIn = (layout: Layout): KnownPlatform => {
  const { addresses, seed } = knownPlatform(layout);
  return {
    addresses,
    seed,
    operator: new Operator(addresses.platform, readKey(layout.operatorKey)),
  };
};
