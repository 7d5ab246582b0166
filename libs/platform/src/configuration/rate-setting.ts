/** How many requests a second a system may send. */
export interface RateSetting {
  /** Of a system that is not named. */
  readonly perSecond: number;
  /** By the id of the system. */
  readonly of: ReadonlyMap<string, number>;
}

const EXCEPTION = /^([A-Za-z0-9_-]+)=(.+)$/;

/**
 * Reads `200`, or `200,qlvb-ubnd=500,kho=0.5`: the rate of all systems, and those of some.
 *
 * @throws {RangeError} when `text` is not of that form, or a rate is not above 0
 */
export const rateSetting = (text: string): RateSetting => {
  const [all = '', ...exceptions] = text.split(',').map((part) => part.trim());
  const of = exceptions.map((exception): readonly [string, number] => {
    const [, system, rate] = EXCEPTION.exec(exception) ?? [];
    if (system === undefined || rate === undefined) throw fault(exception);
    return [system, rateOf(rate)];
  });
  return { perSecond: rateOf(all), of: new Map(of) };
};

/** As {@link rateSetting} reads it. */
export const rateText = ({ perSecond, of }: RateSetting): string =>
  [perSecond, ...[...of].map(([system, rate]) => `${system}=${String(rate)}`)].join(',');

const rateOf = (text: string): number => {
  const rate = Number(text === '' ? Number.NaN : text);
  if (rate > 0 && Number.isFinite(rate)) return rate;
  throw fault(text);
};

const fault = (part: string): RangeError =>
  new RangeError(`expected requests a second, such as "200,qlvb-ubnd=500"; "${part}" is none`);
