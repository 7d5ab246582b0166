import { PlatformProblem } from '@lienthong/connector';
import { isDeepStrictEqual } from 'node:util';
import { agendaOf } from '../../apps/cli/src/run/agenda.js';
import { castOf, playOf } from '../../apps/cli/src/run/play-file.js';
import { perform } from '../../apps/cli/src/run/play.js';
import { readScenario } from '../../apps/cli/src/run/scenario.js';
import { type Platform } from '../../apps/cli/src/up/running-platform.js';
import { readLog } from '../e2e/log.js';

const SCENARIO = new URL('../../scenarios/long-an-morning.yaml', import.meta.url).pathname;
const SEED = '1';

const NOBODY_STOPS_IT = new AbortController().signal;

/** What a morning left behind, as far as it has to be the same every time. */
export interface Outcome {
  readonly digest: string;
  readonly events: number;
  readonly indicators: unknown;
  readonly mismatches: unknown;
  readonly flow: unknown;
  readonly parked: number | null;
  /** Every hop of every document, by the document's own id. */
  readonly traces: ReadonlyMap<string, unknown>;
}

/**
 * Plays the morning on a platform that has seen nothing yet.
 *
 * @param documents the first so many of them
 */
export const playMorning = async (platform: Platform, documents = Infinity): Promise<Outcome> => {
  const { operator } = platform;
  const scenario = await readScenario(SCENARIO);
  const cast = await castOf(platform.seed);
  const agenda = agendaOf(scenario, cast.province, cast.members, SEED).slice(0, documents);
  const options = { speed: Infinity, signal: NOBODY_STOPS_IT, onProgress: () => undefined };
  const play = playOf(scenario, cast, agenda);
  const { events, digest, report, mismatches } = await perform(platform, play, options);
  await platform.untilReady();
  const flow = await operator.flow();
  const { parked } = await operator.status();
  const traces = await tracesOf(platform);
  return { digest, events, indicators: report, mismatches, flow, parked, traces };
};

/** Where in the log a hop stands is chance: who is served first differs from one run to the next. */
const tracesOf = async (platform: Platform): Promise<Outcome['traces']> => {
  const { operator } = platform;
  const messages = await readLog(platform);
  const ids = messages
    .filter(({ category }) => category === 'document')
    .map(({ aggregateId }) => aggregateId);
  const traces = await Promise.all(
    ids.map(async (id) => {
      const [trace] = await tracesIn(operator, id);
      const deliveries = trace?.deliveries.map(({ hops, ...delivery }) => ({
        ...delivery,
        hops: hops.map(({ at, type, agency }) => ({ at, type, agency })).sort(byText),
      }));
      return [id, [...(deliveries ?? [])].sort(byText)] as const;
    }),
  );
  return new Map([...traces].sort(byText));
};

/** A read model that lost a document knows no trace of it: a difference to be shown, not a failure of the question. */
const tracesIn = async (operator: Platform['operator'], id: string) => {
  try {
    return await operator.traces(id);
  } catch (error) {
    if (error instanceof PlatformProblem && error.code === 'document-unknown') return [];
    throw error;
  }
};

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** In what the two differ; nothing when they are the same. */
export const differences = (one: Outcome, other: Outcome): readonly string[] => {
  const theirs = new Map<string, unknown>(Object.entries(other));
  return Object.entries(one)
    .filter(([name, value]) => !isDeepStrictEqual(value, theirs.get(name)))
    .map(([name]) => name);
};

/** The documents of `some` that went another way than in `all`. */
export const differentTraces = (
  all: Outcome['traces'],
  some: Outcome['traces'],
): readonly string[] =>
  [...some].filter(([id, trace]) => !isDeepStrictEqual(all.get(id), trace)).map(([id]) => id);
