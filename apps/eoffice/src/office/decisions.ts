import { seeded } from '@lienthong/connector';
import { type Behaviour } from '../province/province-file.js';
import { type Question } from '../registers/records.js';
import { type Answer } from './answers.js';

const AGREED = 'Đồng ý';
const DECLINED = 'Không đồng ý: văn bản đang được xử lý';
const ACKNOWLEDGED = 'Đã nhận thông báo thu hồi';

/**
 * What an agency says when it is asked to give a document back or to take a new version, or told that it was
 * revoked. Nothing but the arguments decides.
 */
export const decisionOn = (behaviour: Behaviour, seed: string, question: Question): Answer => {
  const { agency, documentId, kind, at, readAt } = question;
  const chance = seeded(seed, 'decision', agency, documentId, kind, String(at));
  const agrees = chance.chance(behaviour.agreementShare);
  const time = readAt ?? at + chance.between(...behaviour.decisionSeconds) * 1_000;
  if (kind === 'revocation') return { status: '15', description: ACKNOWLEDGED, at: time };
  return agrees
    ? { status: '15', description: AGREED, at: time }
    : { status: '16', description: DECLINED, at: time };
};
