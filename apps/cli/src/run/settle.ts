import { setTimeout as pause } from 'node:timers/promises';
import { CliFailure } from '../output/failure.js';
import { MockControl } from '../platform/mock-control.js';
import { persistently } from './persistently.js';
import { type Stage } from './stage.js';

/** Between rounds in which somebody could not do what he has to do. */
const STUCK_PAUSE_MS = 200;
/** Without any progress for so long, somebody is ill. */
const GIVE_UP_AFTER_MS = 120_000;

interface Round {
  readonly found: number;
  readonly outstanding: number;
  readonly lastSequence: number;
}

/**
 * Lets everybody do what he has to do until a whole round finds nothing new and the log stands still.
 *
 * @throws {CliFailure} when nothing has moved for two minutes and something is still outstanding
 */
export const settle = async (
  stage: Stage,
  told: { readonly signal: AbortSignal; readonly onProgress: (text: string) => void },
): Promise<void> => {
  let last = await round(stage, told.signal);
  let movedAt = Date.now();
  for (;;) {
    told.signal.throwIfAborted();
    const next = await round(stage, told.signal);
    const moved = next.found > 0 || next.lastSequence > last.lastSequence;
    if (!moved && next.outstanding === 0) return;
    if (moved) movedAt = Date.now();
    if (Date.now() - movedAt > GIVE_UP_AFTER_MS) throw stuck(next);
    if (next.lastSequence > last.lastSequence)
      told.onProgress(`${String(next.lastSequence)} sự kiện · events`);
    if (!moved) await pause(STUCK_PAUSE_MS, undefined, { signal: told.signal });
    last = next;
  }
};

const round = async ({ operator, addresses }: Stage, signal: AbortSignal): Promise<Round> => {
  const national = new MockControl(addresses.nationalControl);
  const eoffice = new MockControl(addresses.eofficeControl);
  const outside = await persistently(signal, () => national.settle());
  const inside = await persistently(signal, () => eoffice.settle());
  const platform = await persistently(signal, () => operator.settle());
  return {
    found: outside.found + inside.found + platform.found,
    outstanding: outside.outstanding + inside.outstanding + platform.waiting,
    lastSequence: platform.lastSequence,
  };
};

const stuck = ({ outstanding }: Round): CliFailure =>
  new CliFailure('unavailable', {
    vi: `Còn ${String(outstanding)} việc không tiến triển; xem \`./lienthong status\`.`,
    en: `${String(outstanding)} things do not get on; see \`./lienthong status\`.`,
  });
