import { type IncomingEntry, type Question } from '../registers/records.js';
import { ACCEPTING, type Answer, DESCRIPTIONS, REFUSING } from './answers.js';

/** In the subject of a document: it is refused. */
const REFUSE = /#02\b/;
/** In the subject: it stays in work, so that it can be asked back and changed. */
const KEEP_OPEN = /#1[56]\b/;
/** In the subject, or in the reason of a question: no. */
const DECLINE = /#16\b/;

const STEP_MS = 1_000;

/** What the agency says to whoever tries the platform out: a status a second, at most five. */
export const sandboxAnswers = ({
  subject,
  at,
  readAt,
}: Pick<IncomingEntry, 'subject' | 'at' | 'readAt'>): readonly Answer[] => {
  const accepting = KEEP_OPEN.test(subject) ? ACCEPTING.slice(0, -1) : ACCEPTING;
  const statuses = REFUSE.test(subject) ? REFUSING : accepting;
  return statuses.map((status, index) => ({
    status,
    description:
      status === '02' ? 'Từ chối theo yêu cầu #02 trong trích yếu' : DESCRIPTIONS[status],
    at: readAt ?? at + (index + 1) * STEP_MS,
  }));
};

/** It agrees to everything, unless #16 asks for a no; that a document was revoked is only acknowledged. */
export const sandboxDecision = ({ kind, words, at, readAt }: Question): Answer => {
  const time = readAt ?? at + STEP_MS;
  return kind !== 'revocation' && DECLINE.test(words)
    ? { status: '16', description: 'Không đồng ý, theo yêu cầu #16', at: time }
    : { status: '15', description: 'Đồng ý', at: time };
};
