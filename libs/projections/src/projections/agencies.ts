import { agencyEvents, type Recorded } from '@lienthong/contracts';
import { Directory } from '@lienthong/directory';
import { z } from 'zod';
import { type Projection } from '../model/projection.js';
import { append } from '../model/row.js';

/** The stream of all that happened to agencies. */
export const AGENCIES = 'agencies';

const kept = z.object({
  agency: z.string(),
  type: z.string(),
  at: z.number(),
  /** As in the log, base64. */
  data: z.string(),
});

/** The agencies' events once more, so that a projection that starts again need not read the whole log for them. */
export const agencies: Projection = {
  name: 'agencies',
  version: '1',
  reads: () => [],
  fold: (event) => (event.category === 'agency' ? [append(AGENCIES, keep(event.message))] : []),
};

const keep = ({ aggregateId, type, at, data }: Recorded['message']): z.infer<typeof kept> => ({
  agency: aggregateId,
  type,
  at,
  data: Buffer.from(data).toString('base64'),
});

/** The directory that these entries, in order, lead to. */
export const recall = (entries: Iterable<unknown>): Directory => {
  const directory = new Directory();
  for (const entry of entries) {
    const { agency, type, at, data } = kept.parse(entry);
    directory.applyAgency(agency, agencyEvents.decode(type, Buffer.from(data, 'base64'), at));
  }
  return directory;
};
