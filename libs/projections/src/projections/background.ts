import { agencyEvents, type Recorded } from '@lienthong/contracts';
import { Directory } from '@lienthong/directory';
import { type LocalDate } from '@lienthong/kernel';
import { z } from 'zod';
import { Background } from '../model/background.js';
import { type Projection } from '../model/projection.js';
import { append } from '../model/row.js';

/** The stream of all that happened to agencies. */
export const AGENCIES = 'agencies';

/** The stream of the days of recording, each at the first event that was recorded on it. */
export const DAYS = 'days';

const agencyEntry = z.object({
  agency: z.string(),
  type: z.string(),
  at: z.number(),
  /** As in the log, base64. */
  data: z.string(),
});

const dayEntry = z.object({ day: z.string() });

/** The {@link Background} once more, so that whoever starts again need not read the whole log for it. */
export const background: Projection = {
  name: 'background',
  version: '1',
  reads: () => [],
  fold: ({ message, category }, { recorded }) => [
    ...(category === 'agency' ? [append(AGENCIES, keep(message))] : []),
    ...(recorded.isNew ? [append(DAYS, dayOf(recorded.day))] : []),
  ],
};

const keep = ({
  aggregateId,
  type,
  at,
  data,
}: Recorded['message']): z.infer<typeof agencyEntry> => ({
  agency: aggregateId,
  type,
  at,
  data: Buffer.from(data).toString('base64'),
});

const dayOf = (day: LocalDate): z.infer<typeof dayEntry> => ({ day });

/** What the entries of {@link AGENCIES} and {@link DAYS}, in order, lead to. */
export const recall = (agencies: Iterable<unknown>, days: readonly unknown[]): Background => {
  const directory = new Directory();
  for (const entry of agencies) {
    const { agency, type, at, data } = agencyEntry.parse(entry);
    directory.applyAgency(agency, agencyEvents.decode(type, Buffer.from(data, 'base64'), at));
  }
  const last = days.at(-1);
  return new Background(directory, last === undefined ? '' : recalledDay(last));
};

/** The day that an entry of {@link DAYS} names. */
export const recalledDay = (entry: unknown): LocalDate => dayEntry.parse(entry).day;
