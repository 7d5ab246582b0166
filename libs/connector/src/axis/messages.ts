import { z } from 'zod';

export type AxisMessageType = 'edoc' | 'status';

/** What a receiving system says of a packet; only after `done` or `fail` it leaves the list. */
export type AxisTransportStatus = 'done' | 'fail' | 'processing';

export const verdictSchema = z.discriminatedUnion('status', [
  z.looseObject({ status: z.literal('OK') }),
  z.looseObject({
    status: z.literal('FAIL'),
    ErrorCode: z.coerce.string(),
    ErrorDesc: z.string(),
  }),
]);

export const sentSchema = z.object({ DocID: z.string() });

export const listSchema = z.object({
  list: z.array(
    z.object({
      /** The packet's id on the axis (`DocID`). */
      id: z.string(),
      /** Registered ids of the sending and of the receiving system. */
      from: z.string(),
      to: z.string(),
      messagetype: z.string(),
      servicetype: z.string(),
      created_time: z.string(),
    }),
  ),
});

export type AxisListItem = z.infer<typeof listSchema>['list'][number];

export const contentSchema = z.object({ Data: z.base64() });

export const sentListSchema = z.object({
  list: z.array(z.object({ id: z.string(), to: z.string(), status: z.string() })),
});

/** How a packet fares at one of the systems that receive it. */
export type AxisSentItem = z.infer<typeof sentListSchema>['list'][number];

export const agenciesSchema = z.object({
  agencies: z.array(
    z.object({
      id: z.string(),
      /** New form (QĐ 20/2020). */
      code: z.string(),
      /** Old form (QCVN 102:2016). */
      code102: z.string(),
      name: z.string(),
    }),
  ),
});

/** An agency that can be reached over the axis. */
export type AxisAgency = z.infer<typeof agenciesSchema>['agencies'][number];

/** An agency that a system asks the axis to list as its own. */
export interface AxisRegistration {
  readonly code: string;
  readonly code102: string;
  readonly name: string;
  /** 1 central, 2 province, 3 district, 4 commune. */
  readonly level: number;
}

export const countSchema = z.object({ count: z.int() });
