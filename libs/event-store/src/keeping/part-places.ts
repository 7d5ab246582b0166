/**
 * Where the parts of an object stand in the stream: runs of neighbours, each from its first part's number.
 *
 * `sequence` may be minus the distance from the entry that leads to the parts, as long as nobody knows where that
 * will stand.
 */
export type PartPlaces = readonly PartRun[];

export interface PartRun {
  readonly part: number;
  readonly sequence: number;
}

/** The places with those of further parts; neighbours of the last run belong to it. */
export const withRun = (places: PartPlaces, run: PartRun): PartPlaces =>
  places.length > 0 && placeOf(places, run.part) === run.sequence ? places : [...places, run];

/** `0:4711 16:4730 24:-3` */
export const formatPlaces = (places: PartPlaces): string =>
  places.map(({ part, sequence }) => `${String(part)}:${String(sequence)}`).join(' ');

/** Nothing when it cannot be read; the parts are then to be looked for. */
export const parsePlaces = (
  text: string | undefined,
  entrySequence: number,
): PartPlaces | undefined => {
  if (text === undefined || !FORMAT.test(text)) return undefined;
  return text.split(' ').map((run) => {
    const [part = 0, place = 0] = run.split(':').map(Number);
    return { part, sequence: place < 0 ? entrySequence + place : place };
  });
};

/** The sequence at which a part has to stand. */
export const placeOf = (places: PartPlaces, part: number): number => {
  const run = places.findLast((candidate) => candidate.part <= part);
  return run === undefined ? 0 : run.sequence + part - run.part;
};

const FORMAT = /^0:-?[1-9]\d*( [1-9]\d*:-?[1-9]\d*)*$/;
