import { delivery, type Delivery, type DeliveryEvent } from '@lienthong/documents';
import { dayAfter, localDate, type LocalDate } from '@lienthong/kernel';
import { BOUNDS } from '../model/duration-bounds.js';
import { type RecountedDocument } from './recounted-document.js';

/** A figure that goes up or down on a day. */
export interface RecountedChange {
  readonly figure: string;
  readonly day: LocalDate;
  readonly by: number;
  /** Level of the recipient. */
  readonly of: string;
}

interface Taken {
  readonly after: RecountedDelivery;
  readonly changes: readonly RecountedChange[];
}

/** A delivery as the rules of documents have it, and what is awaited of its recipient. */
export class RecountedDelivery {
  constructor(
    private readonly state: Delivery = delivery.initial,
    private readonly sent = false,
    /** Under which it is counted, from the first thing that was awaited of it. */
    private readonly level?: string,
  ) {}

  /** @param level of the recipient on the day of issue, as it is known now */
  take(event: DeliveryEvent, document: RecountedDocument, level: string): Taken {
    const state = delivery.evolve(this.state, event);
    const sent = this.sent || event.type === 'DeliverySent' || event.type === 'RequestAgreed';
    const isAwaited = isQuestion(event) || (begins(event) && hasDueDate(document));
    const kept = this.level ?? (isAwaited ? level : undefined);
    const after = new RecountedDelivery(state, sent, kept);
    const of = kept ?? level;
    const [due, next] = [this.dueIn(document), after.dueIn(document)];
    const day = localDate(event.at);
    const moved = due === next ? [] : [...ended(due, day), ...begun(next, day)];
    return {
      after,
      changes: [
        ...[...moved, ...asked(event, day), ...this.answered(state, day)].map((change) => ({
          ...change,
          of,
        })),
        ...lasted(event, document).map((change) => ({ ...change, of: level })),
      ],
    };
  }

  /** The day by which the recipient has to be done; nothing where it has not got it, or is. */
  private dueIn({ due }: RecountedDocument): LocalDate | undefined {
    if (!this.sent || ENDED.has(this.state.status)) return undefined;
    const versions = [...due].filter(([version]) => version <= revisionOf(this.state));
    return versions.reduce((last, version) => (version[0] > last[0] ? version : last), NONE)[1];
  }

  private answered(state: Delivery, day: LocalDate): readonly Change[] {
    return isAsked(this.state) && !isAsked(state) ? [{ figure: 'requests.open', day, by: -1 }] : [];
  }
}

type Change = Omit<RecountedChange, 'of'>;

const NONE: readonly [number, LocalDate | undefined] = [0, undefined];

const ENDED: ReadonlySet<string> = new Set(['refused', 'completed', 'taken-back', 'revoked']);

const revisionOf = (state: Delivery): number => ('revision' in state ? state.revision : 1);

const isAsked = (state: Delivery): boolean => 'request' in state;

const isQuestion = ({ type }: DeliveryEvent): boolean =>
  type === 'TakeBackRequested' || type === 'UpdateRequested';

/** A recipient gets the document, or is to get a version that is not the first. */
const begins = (event: DeliveryEvent): boolean =>
  event.type === 'DeliverySent' || (event.type === 'DeliveryRouted' && event.revision > 1);

const hasDueDate = ({ due }: RecountedDocument): boolean =>
  [...due.values()].some((day) => day !== undefined);

const begun = (due: LocalDate | undefined, day: LocalDate): readonly Change[] =>
  due === undefined
    ? []
    : [
        { figure: 'deliveries.due', day, by: 1 },
        { figure: 'deliveries.overdue', day: dayAfter(due), by: 1 },
      ];

/** What is done in time was late on no day: one day has it coming and going. */
const ended = (due: LocalDate | undefined, day: LocalDate): readonly Change[] => {
  if (due === undefined) return [];
  const lateFrom = dayAfter(due);
  return [
    { figure: 'deliveries.due', day, by: -1 },
    { figure: 'deliveries.overdue', day: lateFrom < day ? day : lateFrom, by: -1 },
  ];
};

const asked = (event: DeliveryEvent, day: LocalDate): readonly Change[] =>
  isQuestion(event)
    ? [
        { figure: 'requests.asked', day, by: 1 },
        { figure: 'requests.open', day, by: 1 },
      ]
    : [];

/** From issue to arrival and to completion, by the day of issue. */
const lasted = (event: DeliveryEvent, { issuedAt }: RecountedDocument): readonly Change[] => {
  if (event.type !== 'StatusReported' || (event.code !== '01' && event.code !== '06')) return [];
  const name = event.code === '01' ? 'deliveries.arrival' : 'deliveries.completion';
  const seconds = (event.at - issuedAt) / 1_000;
  const bound = Math.min(...BOUNDS.filter((each) => each >= seconds));
  const within = Number.isFinite(bound) ? bound : Math.max(...BOUNDS);
  return [{ figure: `${name} within ${String(within)} s`, day: localDate(issuedAt), by: 1 }];
};
