import { setTimeout as pause } from 'node:timers/promises';
import { type Instant } from '@lienthong/kernel';
import { CliFailure } from '../output/failure.js';
import { MockControl } from '../platform/mock-control.js';
import { persistently } from './persistently.js';
import { type Stage } from './stage.js';

/** Between rounds in which somebody could not do what he has to do. */
const STUCK_PAUSE_MS = 200;
/** So often nothing new is found before it is believed. */
const QUIET_ROUNDS = 3;
/** Without any progress for so long, somebody is ill. */
const GIVE_UP_AFTER_MS = 120_000;

interface Round {
  readonly found: number;
  readonly outstanding: number;
  readonly lastSequence: number;
}

interface Told {
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
  /** Up to when; what agencies inside would do later, they do not do yet. */
  readonly until?: Instant | undefined;
}

/**
 * Lets everybody do what he has to do until a whole round finds nothing new and the log stands still.
 *
 * @throws {CliFailure} when nothing has moved for two minutes and something is still outstanding
 */
export const settle = async (stage: Stage, told: Told): Promise<void> => {
  let last = await round(stage, told);
  let movedAt = Date.now();
  for (;;) {
    told.signal.throwIfAborted();
    const next = await round(stage, told);
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

/** Lets those who do not need the axis do what they have to do, and waits until none of them moves any more. */
export const settleInside = async (
  { operator, addresses }: Stage,
  { signal, until }: Pick<Told, 'signal' | 'until'>,
): Promise<void> => {
  const eoffice = new MockControl(addresses.eofficeControl);
  let quiet = 0;
  let last = -1;
  while (quiet < QUIET_ROUNDS) {
    const { found } = await persistently(signal, () => eoffice.settle(until));
    const { lastSequence } = await persistently(signal, () => operator.status());
    quiet = found === 0 && lastSequence === last ? quiet + 1 : 0;
    last = lastSequence;
    await pause(STUCK_PAUSE_MS, undefined, { signal });
  }
};

const round = async (
  { operator, addresses }: Stage,
  { signal, until }: Pick<Told, 'signal' | 'until'>,
): Promise<Round> => {
  const eoffice = new MockControl(addresses.eofficeControl);
  const outside = await persistently(signal, () => settleOutside(addresses));
  const inside = await persistently(signal, () => eoffice.settle(until));
  const platform = await persistently(signal, () => operator.settle());
  return {
    found: outside.found + inside.found + platform.found,
    outstanding: outside.outstanding + inside.outstanding + platform.waiting,
    lastSequence: platform.lastSequence,
  };
};

/** Where the axis is another platform's, its mocks are left alone. */
const settleOutside = ({ nationalControl }: Stage['addresses']) =>
  nationalControl === undefined
    ? Promise.resolve({ found: 0, outstanding: 0 })
    : new MockControl(nationalControl).settle();

const stuck = ({ outstanding }: Round): CliFailure =>
  new CliFailure('unavailable', {
    vi: `Còn ${String(outstanding)} việc không tiến triển; xem \`./lienthong status\`.`,
    en: `${String(outstanding)} things do not get on; see \`./lienthong status\`.`,
  });
