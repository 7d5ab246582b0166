import { setTimeout as pause } from 'node:timers/promises';
import { type Instant, localDate } from '@lienthong/kernel';
import { type Indicator } from '../platform/operator-answers.js';
import { type KeyedOrder, MockControl, controlBeyondAxis } from '../platform/mock-control.js';
import { type Expected, type Mismatch, mismatchesOf } from './expectations.js';
import { persistently } from './persistently.js';
import { settle, settleInside } from './settle.js';
import { type Stage } from './stage.js';

const ORDERS_IN_ONE_REQUEST = 50;

/** What a run did, as `run --json` prints it. */
export interface RunReport {
  readonly events: number;
  readonly documents: number;
  readonly dossiers: number;
  readonly seconds: number;
  readonly report: readonly Indicator[];
  readonly mismatches: readonly Mismatch[];
  /** The same seed on an empty platform gives the same. */
  readonly digest: string;
}

/** A part of a play that comes to rest before the next one begins. */
export interface Scene {
  readonly inside: readonly KeyedOrder[];
  readonly outside: readonly KeyedOrder[];
  /** What would happen later waits for the next scene; the last one has none. */
  readonly until?: Instant | undefined;
  readonly isWithoutAxis: boolean;
}

/** All that is played. */
export interface Play {
  /** One at least, in the order of their times. */
  readonly scenes: readonly Scene[];
  /** Without what only changes others. */
  readonly documents: number;
  /** What the causes lead to in the time of the play. */
  readonly expected: readonly Expected[];
}

export interface PlayOptions {
  /** Scenario seconds in one real second; `Infinity` waits for nothing. */
  readonly speed: number;
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
}

/**
 * Has the mocks issue every document of the play and waits until everybody has reacted to everything. Playing the same
 * again adds nothing.
 */
export const perform = async (
  stage: Stage,
  play: Play,
  options: PlayOptions,
): Promise<RunReport> => {
  const { operator } = stage;
  const { signal } = options;
  const ask = <T>(question: () => Promise<T>): Promise<T> => persistently(signal, question);
  const startedAt = Date.now();
  const period = periodOf(play);
  const before = await ask(() => operator.status());
  const { indicators: empty } = await ask(() => operator.metrics(period));
  try {
    await performScenes(stage, play, options);
  } catch (error) {
    // Nobody else would tell those who were held back to go on.
    await new MockControl(stage.addresses.eofficeControl).settle().catch(() => undefined);
    throw error;
  }
  const { indicators } = await ask(() => operator.metrics(period));
  const after = await ask(() => operator.digest());
  return {
    events: after.lastSequence - before.lastSequence,
    documents: play.documents,
    dossiers: 0,
    seconds: Math.round((Date.now() - startedAt) / 100) / 10,
    report: indicators,
    mismatches: isUntouched(play, empty) ? mismatchesOf(play.expected, indicators) : [],
    digest: after.digest,
  };
};

/** Whatever was issued on the same days before would be counted too. */
const isUntouched = ({ expected }: Play, found: readonly Indicator[]): boolean =>
  expected.every(({ id }) => (found.find((one) => one.id === id)?.denominator ?? 0) === 0);

const performScenes = async (
  stage: Stage,
  { scenes }: Play,
  options: PlayOptions,
): Promise<void> => {
  const begin = Date.now();
  const first = timesOf(scenes)[0] ?? 0;
  const told = scenes.reduce((sum, scene) => sum + ordersOf(scene).length, 0);
  let given = 0;
  const eoffice = new MockControl(stage.addresses.eofficeControl);
  // Nobody may answer the first documents beyond the first pause.
  await persistently(options.signal, () => eoffice.settle(scenes[0]?.until));
  for (const scene of scenes) {
    await introduce(stage, scene, { ...options, begin, first });
    given += ordersOf(scene).length;
    options.onProgress(`${String(given)}/${String(told)} văn bản đã giao · documents handed out`);
    await settle(stage, { ...options, until: scene.until });
  }
};

interface Pace extends PlayOptions {
  /** When the play began, and the time of its first document. */
  readonly begin: number;
  readonly first: Instant;
}

/** What waits for the axis waits until everybody else has done with the scene. */
const introduce = async (stage: Stage, scene: Scene, pace: Pace): Promise<void> => {
  if (!scene.isWithoutAxis) return issueAll(stage, scene, pace);
  const { signal, onProgress } = pace;
  const national = new MockControl(controlBeyondAxis(stage.addresses));
  await persistently(signal, () => national.axisAway(true));
  onProgress('trục liên thông ngừng · the axis is away');
  try {
    await issueAll(stage, scene, pace);
    await settleInside(stage, { signal, until: scene.until });
  } finally {
    // Also when the play is given up.
    await persistently(new AbortController().signal, () => national.axisAway(false));
  }
};

const issueAll = async ({ addresses }: Stage, scene: Scene, pace: Pace): Promise<void> => {
  await Promise.all([
    issue(new MockControl(addresses.eofficeControl), scene.inside, pace),
    issue(new MockControl(controlBeyondAxis(addresses)), scene.outside, pace),
  ]);
};

const issue = async (
  mock: MockControl,
  orders: readonly KeyedOrder[],
  { speed, signal, begin, first }: Pace,
): Promise<void> => {
  for (let from = 0; from < orders.length; from += ORDERS_IN_ONE_REQUEST) {
    const batch = orders.slice(from, from + ORDERS_IN_ONE_REQUEST);
    const due = begin + ((batch[0]?.at ?? first) - first) / speed;
    if (due > Date.now()) await pause(due - Date.now(), undefined, { signal });
    signal.throwIfAborted();
    await persistently(signal, () => mock.issue(batch));
  }
};

const ordersOf = ({ inside, outside }: Scene): readonly KeyedOrder[] => [...inside, ...outside];

const timesOf = (scenes: readonly Scene[]): readonly Instant[] =>
  scenes.flatMap((scene) => ordersOf(scene).map(({ at }) => at)).sort((a, b) => a - b);

const periodOf = ({ scenes }: Play): { from?: string; to?: string } => {
  const times = timesOf(scenes);
  const [first, last] = [times[0], times.at(-1)];
  return first === undefined || last === undefined
    ? {}
    : { from: localDate(first), to: localDate(last) };
};
