import { seeded } from '@lienthong/connector';
import { type Instant } from '@lienthong/kernel';
import { type Behaviour, type Level, type StatusCode } from '../province/province-file.js';

export interface Answer {
  readonly status: StatusCode | '15' | '16';
  readonly description: string;
  readonly at: Instant;
}

export interface Occasion {
  readonly seed: string;
  /** Internal id of the answering agency. */
  readonly agency: string;
  readonly level: Level;
  /** The platform's id of the document. */
  readonly documentId: string;
  /** When the document was issued. */
  readonly at: Instant;
  /** When it was read, where the platform lives in real time: nothing may be said to have happened later. */
  readonly readAt?: Instant | undefined;
}

const ACCEPTING: readonly StatusCode[] = ['01', '03', '04', '05', '06'];
const REFUSING: readonly StatusCode[] = ['01', '02'];

const DESCRIPTIONS: Readonly<Record<Exclude<StatusCode, '02'>, string>> = {
  '01': 'Văn bản đã đến',
  '03': 'Đã tiếp nhận, vào sổ văn bản đến',
  '04': 'Lãnh đạo đã phân công xử lý',
  '05': 'Đang xử lý',
  '06': 'Đã hoàn thành xử lý',
};

/**
 * All that an agency will ever say of a document, in order of time: up to 06, or 02 with a reason. Nothing but the
 * arguments decides; times are whole seconds after the document's, or all of them `readAt`.
 */
export const answersTo = (behaviour: Behaviour, occasion: Occasion): readonly Answer[] => {
  const { seed, agency, level, documentId, at, readAt } = occasion;
  const chance = seeded(seed, 'answer', agency, documentId);
  const refuses = chance.chance(behaviour.refusalShare);
  const reason = chance.pick(behaviour.refusalReasons);
  const delays = behaviour.delaySeconds[level];
  let time = at;
  return (refuses ? REFUSING : ACCEPTING).map((status) => {
    time += chance.between(...delays[status]) * 1_000;
    return {
      status,
      description: status === '02' ? reason : DESCRIPTIONS[status],
      at: readAt ?? time,
    };
  });
};
