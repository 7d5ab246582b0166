import { mkdirSync, readdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { claim, giveUp } from './lock.js';
import { type ProcessIdentity, thisProcess } from '../platform/process-identity.js';

const PRIVATE = 0o700;

/** Claims of all platforms of this process: their files name the same holder. */
const claimedHere = new Set<string>();

/**
 * The ports that a platform will listen on, from their choice to its end: another supervisor of the same user leaves them
 * alone, also while nobody listens there yet. Claims of a dead process hold nobody up.
 */
export class PortClaims {
  private readonly files = new Set<string>();

  private readonly holder: ProcessIdentity;

  /** @param folder the same for all who might get in each other's way */
  constructor(
    private readonly folder = join(tmpdir(), `lienthong-ports-${String(userInfo().uid)}`),
  ) {
    this.holder = thisProcess();
    mkdirSync(folder, { recursive: true, mode: PRIVATE });
    this.sweep();
  }

  /** Whether the port is this platform's now. */
  take(port: number): boolean {
    const file = join(this.folder, String(port));
    if (claimedHere.has(file)) return false;
    if (claim(file, this.holder) !== undefined) return false;
    claimedHere.add(file);
    this.files.add(file);
    return true;
  }

  release(): void {
    for (const file of this.files) {
      giveUp(file, this.holder);
      claimedHere.delete(file);
    }
    this.files.clear();
  }

  /** Claims of the dead, each taken over before it is removed: somebody else may be taking it over too. */
  private sweep(): void {
    for (const name of readdirSync(this.folder).filter((one) => /^\d+$/.test(one))) {
      const file = join(this.folder, name);
      if (claimedHere.has(file) || claim(file, this.holder) !== undefined) continue;
      giveUp(file, this.holder);
    }
  }
}
