import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type OrderOutcome, PlatformProblem } from '@lienthong/connector';
import { type Instant } from '@lienthong/kernel';
import { clockSetting } from '@lienthong/platform';
import { controlBeyondAxis, MockControl } from './mock-control.js';
import { type Mock, Mocks } from './mocks.js';
import { type Addresses, type PlatformRecord } from './platform-file.js';

const SENT_WITHIN_MS = 15_000;
const LOOK_EVERY_MS = 100;

export interface HandLetter {
  /** Code or id of the agency. */
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly at: Instant;
}

/**
 * Has an agency send a document: inside the province or outside of it, by which of its systems works for the agency.
 *
 * @returns `waiting` when its mock could not send it within 15 s; it still will
 * @throws {PlatformProblem} when the mock does not take the order, or the platform or the axis the document
 */
export const sendByHand = async (
  addresses: Addresses,
  { from, to, subject, at }: HandLetter,
): Promise<{ readonly mock: Mock; readonly state: 'waiting' | 'sent' }> => {
  const systems = await new Mocks(addresses).systems();
  const outside = systems.filter(({ mock }) => mock === 'national');
  const isOutside = outside.some(({ agencies }) => agencies.includes(from));
  const url = isOutside ? controlBeyondAxis(addresses) : addresses.eofficeControl;
  const control = new MockControl(url);
  const key = `hand/${randomUUID()}`;
  const recipients = to.map((code) => ({ code, channel: 'electronic' as const }));
  const letter = { typeName: 'Công văn', subject, notation: 'TAY' };
  await control.issue([{ key, from, at, to: recipients, ...letter }]);
  const outcome = await outcomeOf(control, key);
  if (outcome.state === 'refused') throw new PlatformProblem(outcome.problem);
  return { mock: isOutside ? 'national' : 'eoffice', state: outcome.state };
};

const outcomeOf = async (control: MockControl, key: string): Promise<OrderOutcome> => {
  const deadline = Date.now() + SENT_WITHIN_MS;
  for (;;) {
    const outcome = await control.outcomeOf(key);
    if (outcome.state !== 'waiting' || Date.now() > deadline) return outcome;
    await pause(LOOK_EVERY_MS);
  }
};

/** Where time is a scenario's, nothing is issued before it began. */
export const presentOf = ({ clock }: PlatformRecord): Instant => {
  const setting = clockSetting(clock);
  const present = setting.kind === 'scenario' ? setting.at : Date.now();
  return Math.floor(present / 1_000) * 1_000;
};
