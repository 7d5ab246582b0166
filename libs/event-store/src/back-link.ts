import { LogDamaged } from './event-store.errors.js';

/**
 * Every event names its version and the event of the same aggregate before it:
 *
 * - `1:0`: the first one
 * - `<version>:<sequence>`: the one before stands at this sequence
 * - `<version>:-<k>`: it stands k messages before this one, written in the same batch
 */
export const BACK_LINK_HEADER = 'lt-prev';

export interface BackLink {
  readonly version: number;
  /** Sequence of the event before; 0 when there is none. */
  readonly previous: number;
}

const FORMAT = /^([1-9]\d{0,15}):(0|-?[1-9]\d{0,15})$/;

/** @throws {LogDamaged} when the event at `sequence` has no readable back-link */
export const parseBackLink = (text: string | undefined, sequence: number): BackLink => {
  const [, version, target] = FORMAT.exec(text ?? '') ?? [];
  const link = Number(target);
  const backLink = { version: Number(version), previous: link < 0 ? sequence + link : link };
  if (!isPossible(backLink, sequence)) {
    throw new LogDamaged(`the event at ${String(sequence)} has the back-link ${String(text)}`);
  }
  return backLink;
};

/** `previous` is a sequence, or minus the distance within the batch. */
export const formatBackLink = (version: number, previous: number): string =>
  `${String(version)}:${String(previous)}`;

const isPossible = ({ version, previous }: BackLink, sequence: number): boolean =>
  version === 1 ? previous === 0 : previous > 0 && previous < sequence;
