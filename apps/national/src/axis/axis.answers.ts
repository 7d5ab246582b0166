import { type MessageType, type TransportStatus } from '@lienthong/axis';

/** What the axis answers, always with HTTP 200; the fields beside the verdict depend on the operation. */
export type AxisAnswer<Fields extends object = object> = AxisVerdict & Fields;

export interface AxisVerdict {
  readonly status: 'OK' | 'FAIL';
  /** `0` when all is well, else the name of the refusal. */
  readonly ErrorCode: string;
  readonly ErrorDesc: string;
}

export interface ReceivedItem {
  readonly id: string;
  /** Registered ids of the sending and of the receiving system. */
  readonly from: string;
  readonly to: string;
  readonly messagetype: MessageType;
  readonly servicetype: 'eDoc';
  /** `yyyy/MM/dd HH:mm:ss` in Vietnam. */
  readonly created_time: string;
}

/** How a packet fares at one receiving system; `inbox` until that system says something. */
export interface SentItem extends ReceivedItem {
  readonly status: 'inbox' | TransportStatus;
}

export interface AgencyItem {
  readonly id: string;
  /** New form (QĐ 20/2020). */
  readonly code: string;
  readonly name: string;
  /** Old form (QCVN 102:2016). */
  readonly code102: string;
}

export const ok = <Fields extends object>(fields: Fields): AxisAnswer<Fields> => ({
  status: 'OK',
  ErrorCode: '0',
  ErrorDesc: '',
  ...fields,
});

export const fail = (code: string, description: string): AxisAnswer => ({
  status: 'FAIL',
  ErrorCode: code,
  ErrorDesc: description,
});
