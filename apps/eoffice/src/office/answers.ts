import { seeded } from '@lienthong/connector';
import { type Instant } from '@lienthong/kernel';
import { type Behaviour, type Level, type StatusCode } from '../province/province-file.js';
import { type Worker, workerOn } from './people.js';

export interface Answer {
  readonly status: StatusCode | '15' | '16';
  readonly description: string;
  readonly at: Instant;
  /** Who works on the document, once it is assigned. */
  readonly staff?: { readonly name: string };
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

export const ACCEPTING: readonly StatusCode[] = ['01', '03', '04', '05', '06'];
export const REFUSING: readonly StatusCode[] = ['01', '02'];

/** Said when it is assigned to somebody, and from then on. */
const ASSIGNED: readonly StatusCode[] = ['04', '05', '06'];
/** What that person takes time for. */
const WORK: readonly StatusCode[] = ['05', '06'];

export const DESCRIPTIONS: Readonly<Record<Exclude<StatusCode, '02'>, string>> = {
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
  const worker = workerOn(behaviour.people, occasion);
  let time = at;
  return (refuses ? REFUSING : ACCEPTING).map((status) => {
    const seconds = chance.between(...delays[status]);
    time += (WORK.includes(status) ? Math.round(seconds * worker.factor) : seconds) * 1_000;
    return {
      status,
      description: status === '02' ? reason : DESCRIPTIONS[status],
      at: readAt ?? time,
      ...(ASSIGNED.includes(status) ? staffOf(worker) : {}),
    };
  });
};

const staffOf = ({ name }: Worker): Pick<Answer, 'staff'> =>
  name === undefined ? {} : { staff: { name } };
