import { seeded } from '@lienthong/connector';
import { type Instant } from '@lienthong/kernel';
import { type AnswerCode, type Behaviour } from '../members/members-file.js';

/** One status that an agency gives. */
export interface Answer {
  readonly statusCode: AnswerCode | '15' | '16';
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

/**
 * What an agency says when it is asked to take a new version of a document or to give it back; that it was revoked
 * is only acknowledged.
 */
export const decisionOn = (
  behaviour: Behaviour,
  { seed, agency, documentId, at }: Occasion,
  isRevoked: boolean,
): Answer => {
  const chance = seeded(seed, 'decision', agency, documentId, String(at));
  const agrees = chance.chance(behaviour.agreementShare) || isRevoked;
  const time = at + chance.between(...behaviour.decisionSeconds) * 1_000;
  return agrees
    ? { statusCode: '15', description: 'Đồng ý', at: time }
    : { statusCode: '16', description: 'Không đồng ý: văn bản đang được xử lý', at: time };
};
