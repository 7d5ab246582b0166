import { seeded } from '@lienthong/connector';
import { type People } from '../province/province-file.js';

/** Somebody who works on documents. */
export interface Worker {
  readonly name?: string | undefined;
  /** What the usual time is multiplied by. */
  readonly factor: number;
}

const ANYBODY: Worker = { factor: 1 };

/** To whom a document is assigned; the same for the same document, of an agency that has the same people in every run. */
export const workerOn = (
  people: People | undefined,
  { seed, agency, documentId }: { seed: string; agency: string; documentId: string },
): Worker =>
  people === undefined
    ? ANYBODY
    : seeded(seed, 'assigned', agency, documentId).pick(workersOf(people, seed, agency));

export const workersOf = (people: People, seed: string, agency: string): readonly Worker[] => {
  const chance = seeded(seed, 'people', agency);
  const count = chance.between(...people.inAgency);
  return Array.from({ length: count }, () => {
    const name = chance.pick(people.names);
    return { name, factor: paceFor(people, chance.next()) };
  });
};

const paceFor = ({ paces }: People, drawn: number): number => {
  const total = paces.reduce((sum, { share }) => sum + share, 0);
  let rest = drawn * total;
  const pace = paces.find(({ share }) => (rest -= share) < 0);
  return (pace ?? paces.at(-1) ?? ANYBODY).factor;
};
