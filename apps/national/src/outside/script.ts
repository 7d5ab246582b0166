import { seeded } from '@lienthong/connector';
import { type Instant } from '@lienthong/kernel';
import { type AnswerCode, type Behaviour } from '../members/members-file.js';

/** One status that an agency gives. */
export interface Answer {
  readonly statusCode: AnswerCode;
  readonly description: string;
  /** Whole seconds after what it answers. */
  readonly at: Instant;
}

/** What an agency answers depends on these and on nothing else. */
export interface Occasion {
  readonly seed: string;
  /** Code of the answering agency. */
  readonly agency: string;
  /** DocumentId of the packet's header. */
  readonly documentId: string;
  /** When the packet last passed a system. */
  readonly at: Instant;
}

const ACCEPTING: readonly AnswerCode[] = ['01', '03', '04', '05', '06'];
const REFUSING: readonly AnswerCode[] = ['01', '02'];

const DESCRIPTIONS: Readonly<Record<Exclude<AnswerCode, '02'>, string>> = {
  '01': 'Đã đến',
  '03': 'Đã tiếp nhận, vào sổ văn bản đến',
  '04': 'Lãnh đạo đã phân công xử lý',
  '05': 'Đang xử lý',
  '06': 'Đã hoàn thành xử lý',
};

/** The whole chain of statuses that an agency gives a document, in order of time: up to 06, or 02 with a reason. */
export const answersTo = (behaviour: Behaviour, occasion: Occasion): readonly Answer[] => {
  const { seed, agency, documentId, at } = occasion;
  const chance = seeded(seed, 'answer', agency, documentId);
  const refuses = chance.chance(behaviour.refusalShare);
  const reason = chance.pick(behaviour.refusalReasons);
  let time = at;
  return (refuses ? REFUSING : ACCEPTING).map((statusCode) => {
    time += chance.between(...behaviour.delaySeconds[statusCode]) * 1_000;
    const description = statusCode === '02' ? reason : DESCRIPTIONS[statusCode];
    return { statusCode, description, at: time };
  });
};
