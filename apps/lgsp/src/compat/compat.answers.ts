import { type AgencyView, type AgencyCode } from '@lienthong/directory';
import { type Instant, localDate, startOf } from '@lienthong/kernel';

/** Every answer, with HTTP 200; the fields beside the verdict depend on the operation. */
export type CompatAnswer<Fields extends object = object> = Verdict & Fields;

interface Verdict {
  readonly status: 'OK' | 'FAIL';
  /** `0` when all is well, else the name of the refusal. */
  readonly ErrorCode: string;
  readonly ErrorDesc: string;
}

export type MessageType = 'edoc' | 'status';

export interface ReceivedItem {
  readonly id: string;
  /** Codes of the agencies. */
  readonly from: string;
  readonly to: string;
  readonly messagetype: MessageType;
  readonly servicetype: 'eDoc';
  /** `yyyy/MM/dd HH:mm:ss` in Vietnam. */
  readonly created_time: string;
}

export interface SentItem extends ReceivedItem {
  readonly status: 'inbox' | 'done' | 'fail';
}

export interface AgencyItem {
  readonly id: string;
  /** New form (QĐ 20/2020); empty where the agency has none. */
  readonly code: string;
  readonly name: string;
  /** Old form (QCVN 102:2016). */
  readonly code102: string;
}

export const ok = <Fields extends object>(fields: Fields): CompatAnswer<Fields> => ({
  status: 'OK',
  ErrorCode: '0',
  ErrorDesc: '',
  ...fields,
});

export const fail = (code: string, description: string): CompatAnswer => ({
  status: 'FAIL',
  ErrorCode: code,
  ErrorDesc: description,
});

export const agencyItem = ({ id, name }: AgencyView, codes: readonly AgencyCode[]): AgencyItem => ({
  id,
  code: codes.find(({ form }) => form === 'qd20')?.code ?? '',
  name,
  code102: codes.find(({ form }) => form === 'qcvn102')?.code ?? '',
});

export const timeText = (at: Instant): string => {
  const date = localDate(at);
  const time = new Date(at - startOf(date)).toISOString().slice(11, 19);
  return `${date.replaceAll('-', '/')} ${time}`;
};
