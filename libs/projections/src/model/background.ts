import { type Recorded } from '@lienthong/contracts';
import { Directory } from '@lienthong/directory';
import { localDate, type LocalDate } from '@lienthong/kernel';

/** The day on which an event was recorded; never before that of an earlier event, whatever the clocks said. */
export interface RecordedDay {
  readonly day: LocalDate;
  /** No earlier event was recorded on it. */
  readonly isNew: boolean;
}

/** What every fold may look at: the agencies and the day of recording, as the log has them up to an event. */
export class Background {
  private latest: RecordedDay;

  /** @param day on which the last event before was recorded; empty where there is none */
  constructor(
    readonly directory = new Directory(),
    day: LocalDate = '',
  ) {
    this.latest = { day, isNew: false };
  }

  get recorded(): RecordedDay {
    return this.latest;
  }

  /** @throws {Refusal} when it is the event of an agency that does not fit; nothing has changed then */
  learn({ message, ...event }: Recorded): void {
    if (event.category === 'agency') {
      this.directory.applyAgency(message.aggregateId, event.event);
    }
    const day = localDate(message.recordedAt ?? message.at);
    const { day: before } = this.latest;
    this.latest = day > before ? { day, isNew: true } : { day: before, isNew: false };
  }
}
