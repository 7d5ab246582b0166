import { type Level } from '@lienthong/directory';
import { type Duration, type Measure } from '../../projections/figures/measures.js';

/** What an indicator is made of. */
interface Kind {
  readonly name: string;
  /** What happened in a period, or what stood at its end. */
  readonly of: 'period' | 'end';
  readonly numerator: Measure;
  readonly denominator: Measure;
}

const EXCHANGED: Kind = {
  name: 'documents.exchanged',
  of: 'period',
  numerator: 'exchanged',
  denominator: 'outgoing',
};

const SIGNED: Kind = {
  name: 'documents.signed',
  of: 'period',
  numerator: 'signed',
  denominator: 'outgoing',
};

/** Of the deliveries with a due date that are under way, those whose day has passed. */
const OVERDUE: Kind = {
  name: 'deliveries.overdue',
  of: 'end',
  numerator: 'overdue',
  denominator: 'due',
};

/** Of all that recipients were asked, what they have not answered. */
const REQUESTS: Kind = {
  name: 'requests.open',
  of: 'end',
  numerator: 'requests-open',
  denominator: 'requests',
};

const KINDS: readonly Kind[] = [EXCHANGED, SIGNED, OVERDUE, REQUESTS];

/** By name, the durations that are told. */
const DURATIONS: Readonly<Record<string, Duration>> = {
  'deliveries.arrival': 'arrival',
  'deliveries.completion': 'completion',
};

const LEVELS: readonly Level[] = ['central', 'province', 'district', 'commune'];

/** The levels of a province. */
const INSIDE: readonly Level[] = ['province', 'district', 'commune'];

export interface IndicatorDefinition extends Omit<Kind, 'name'> {
  readonly id: string;
  readonly levels: readonly Level[];
}

export interface DurationDefinition {
  readonly id: string;
  readonly duration: Duration;
  readonly levels: readonly Level[];
}

export interface Definitions {
  readonly indicators: readonly IndicatorDefinition[];
  readonly durations: readonly DurationDefinition[];
}

const idOf = (name: string, levels: readonly Level[]): string => `${name}{${levels.join('+')}}`;

const indicator = ({ name, ...kind }: Kind, levels: readonly Level[]): IndicatorDefinition => ({
  id: idOf(name, levels),
  levels,
  ...kind,
});

const durations = (levels: readonly Level[]): readonly DurationDefinition[] =>
  Object.entries(DURATIONS).map(([name, duration]) => ({
    id: idOf(name, levels),
    duration,
    levels,
  }));

/** The indicators that provinces report, and how deliveries stand. */
const PUBLISHED: Definitions = {
  indicators: [
    indicator(EXCHANGED, ['province', 'district']),
    indicator(SIGNED, ['province', 'district']),
    indicator(SIGNED, ['commune']),
    indicator(EXCHANGED, ['commune']),
    indicator(OVERDUE, INSIDE),
    indicator(REQUESTS, INSIDE),
  ],
  durations: durations(INSIDE),
};

/** What is told of these levels alone; what is published where none are named. */
export const definitionsOf = (levels?: readonly Level[]): Definitions =>
  levels === undefined
    ? PUBLISHED
    : {
        indicators: KINDS.map((kind) => indicator(kind, levels)),
        durations: durations(levels),
      };

const ID = /^([a-z.]+)\{([a-z+]+)\}$/;

/** What an id means, of whatever levels; nothing where it means nothing. */
export const definitionOf = (id: string): IndicatorDefinition | DurationDefinition | undefined => {
  const [, name = '', named = ''] = ID.exec(id) ?? [];
  const levels = LEVELS.filter((level) => named.split('+').includes(level));
  const { indicators, durations: told } = definitionsOf(levels);
  return [...indicators, ...told].find((each) => each.id === idOf(name, levels) && each.id === id);
};
