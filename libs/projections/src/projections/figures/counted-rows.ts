import { localDate, type LocalDate } from '@lienthong/kernel';
import { z } from 'zod';
import { type Known } from '../../model/projection.js';
import { rowKind } from '../../model/row.js';
import { levelCell } from './level-cell.js';

/** A question to the recipient; both numbers are sequences. */
const request = z.object({
  opened: z.number(),
  closed: z.number().optional(),
  /** The version that it was asked to take. */
  revision: z.number().optional(),
  agreed: z.boolean().optional(),
});

/** One delivery, where there is a due date or was a question; numbers are sequences. */
const countedDelivery = z.object({
  /** Of the recipient; what was counted under it is counted down under it. */
  level: z.string(),
  /** The version that it began with; 1 when absent. */
  revision: z.number().optional(),
  /** From where it was under way. */
  sent: z.number().optional(),
  ended: z.number().optional(),
  requests: z.array(request).readonly(),
});

/**
 * What counting has to remember of a document.
 *
 * Whatever happens is kept with its sequence, never overwritten: so an event can be counted again among rows that know
 * what came after it.
 */
export const countedRows = rowKind(
  'counted',
  z.object({
    at: z.number(),
    /** Versions that changed the due date, the first one always. */
    versions: z.array(z.object({ revision: z.number(), dueOn: z.string().optional() })).readonly(),
    /** Absent where it is no outgoing document, or nobody receives it. */
    outgoing: z.object({ agency: z.string(), level: z.string() }).optional(),
    /** Of the first delivery that was sent. */
    exchanged: z.number().optional(),
    /** By recipient. */
    deliveries: z.record(z.string(), countedDelivery).optional(),
  }),
);

export type CountedRow = ReturnType<typeof countedRows.read>;
export type CountedDelivery = z.infer<typeof countedDelivery>;
export type CountedRequest = z.infer<typeof request>;

/** By the level that the recipient has on the day of issue, where nothing was counted of it yet. */
export const deliveryTo = (row: CountedRow, recipient: string, known: Known): CountedDelivery =>
  row.deliveries?.[recipient] ?? { level: recipientLevel(row, recipient, known), requests: [] };

export const recipientLevel = ({ at }: CountedRow, recipient: string, known: Known): string =>
  levelCell(known.directory.agency(recipient, localDate(at)));

export const withDelivery = (
  row: CountedRow,
  recipient: string,
  delivery: CountedDelivery,
): CountedRow => ({ ...row, deliveries: { ...row.deliveries, [recipient]: delivery } });

/** Whether any version has a due date. */
export const hasDueDate = ({ versions }: CountedRow): boolean =>
  versions.some(({ dueOn }) => dueOn !== undefined);

/** The due date that a version has. */
export const dueIn = ({ versions }: CountedRow, revision: number): LocalDate | undefined =>
  versions.findLast((version) => version.revision <= revision)?.dueOn;

/** The version that the recipient had just before `sequence`. */
export const revisionBefore = (
  { revision = 1, requests }: CountedDelivery,
  sequence: number,
): number => {
  const taken = requests.findLast(
    ({ agreed, closed, revision: offered }) =>
      agreed === true && offered !== undefined && closed !== undefined && closed < sequence,
  );
  return taken?.revision ?? revision;
};

/** What happens once happens at `sequence`: it has not happened yet, or it was this. */
export const isOnce = (kept: number | undefined, sequence: number): boolean =>
  (kept ?? sequence) === sequence;
