/** The scope of the whole tenant; its counters, like those of an agency, are named by level and measure. */
export const TENANT = 'tenant';

/** Of documents, the issuing agency; of deliveries, the receiving one. */
export const agencyScope = (agency: string): string => `agency:${agency}`;

/** Of documents, by the issuer's level and the day of issue. */
export type DocumentMeasure = 'outgoing' | 'exchanged' | 'signed';

/**
 * Of deliveries, by the recipient's level and the day on which something began or, counted down, ended: `due`, under way
 * with a due date; `overdue`, those whose day has passed; `requests` to give a document back or to take another version;
 * `requests-open`, those without an answer.
 */
export type DeliveryMeasure = 'due' | 'overdue' | 'requests' | 'requests-open';

export type Measure = DocumentMeasure | DeliveryMeasure;

/** Measures that count down what ended. */
export const STANDING: ReadonlySet<Measure> = new Set(['due', 'overdue', 'requests-open']);

/** From issue to a status of the recipient, by the recipient's level and the day of issue. */
export type Duration = 'arrival' | 'completion';

export const measureName = (level: string, measure: Measure): string => `${level}|${measure}`;

/** @param bound one of the bounds of durations, in seconds */
export const durationName = (level: string, duration: Duration, bound: number): string =>
  `${level}|${duration}|${String(bound)}`;

export interface NamedMeasure {
  readonly level: string;
  readonly measure: string;
  /** Of a duration, in seconds. */
  readonly bound: number | undefined;
}

export const parseMeasureName = (name: string): NamedMeasure => {
  const [level = '', measure = '', bound] = name.split('|');
  return { level, measure, bound: bound === undefined ? undefined : Number(bound) };
};
