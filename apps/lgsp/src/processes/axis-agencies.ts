import { AxisClient } from '@lienthong/connector';
import { agencyAggregate, InvalidToken } from '@lienthong/contracts';
import { type Level, type RegisterAgency } from '@lienthong/directory';
import { EventStore, EventTooLarge } from '@lienthong/event-store';
import { Refusal, startOf } from '@lienthong/kernel';
import { Injectable, Logger } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';
import { LogStrategy } from '../log/log.strategy.js';

/** The axis counts levels from the top. */
export const AXIS_LEVELS: readonly Level[] = ['central', 'province', 'district', 'commune'];

/** The list says nothing of the past: its agencies are taken to have stood since QCVN 102:2016 came into force. */
const LISTED_SINCE = '2016-04-01';

/** Since QĐ 20/2020/QĐ-TTg came into force. */
const NEW_CODES_SINCE = '2020-09-15';

/** Learns of the agencies of others from the axis's list. */
@Injectable()
export class AxisAgencies {
  private readonly logger = new Logger('axis-agencies');
  private readonly passedOver = new Set<string>();
  private learned = false;

  constructor(
    private readonly store: EventStore,
    private readonly axis: AxisClient,
    private readonly directory: DirectoryView,
    private readonly log: LogStrategy,
  ) {}

  /** The list of the axis has been read at least once since the start. */
  get ready(): boolean {
    return this.learned;
  }

  /**
   * Registers every agency of the axis's list that is not ours and not known yet. Of those that the axis has as ours, since
   * before we came, our own directory alone tells.
   *
   * One that cannot be registered as it is listed is told in the log once, and passed over.
   */
  async learn(): Promise<void> {
    const ours = new Set((await this.axis.getSynchronizeUnit()).map(({ code102 }) => code102));
    for (const [at, level] of AXIS_LEVELS.entries()) {
      const listed = await this.axis.getAgenciesListQD20(at + 1);
      const others = listed.filter(({ code102 }) => !ours.has(code102));
      const unknown = others.filter(({ code102 }) => !this.knows(code102));
      const sequences = await Promise.all(
        unknown.map(({ code, code102, name }) => this.register({ code, code102, name, level })),
      );
      await this.log.reached(Math.max(0, ...sequences));
    }
    this.learned = true;
  }

  /** On any day: an agency of ours whose old code has ended stays ours. */
  private knows(code: string): boolean {
    return this.directory.current.bearersOf(code).length > 0;
  }

  /** Returns the sequence of the agency's last event; 0 when it was passed over. */
  private async register(listed: Listed): Promise<number> {
    const { code102 } = listed;
    try {
      const id = idOf(code102);
      return (await this.store.handle(agencyAggregate, id, outside(listed))).lastSequence;
    } catch (error) {
      if (!isOfTheRow(error)) throw error;
      if (!this.passedOver.has(code102)) {
        this.logger.error(`${code102}, as the axis lists it, is not registered: ${error.message}`);
      }
      this.passedOver.add(code102);
      return 0;
    }
  }
}

/** What will be refused again, as long as the axis lists the agency in this way. */
const isOfTheRow = (error: unknown): error is Error =>
  error instanceof Refusal || error instanceof InvalidToken || error instanceof EventTooLarge;

interface Listed {
  readonly code: string;
  readonly code102: string;
  readonly name: string;
  readonly level: Level;
}

const outside = ({ code, code102, name, level }: Listed): RegisterAgency => ({
  type: 'RegisterAgency',
  realm: 'outside',
  name,
  placement: { level, sector: 'state' },
  codes: [
    { code: code102, form: 'qcvn102', from: LISTED_SINCE },
    ...(code === code102 ? [] : [{ code, form: 'qd20', from: NEW_CODES_SINCE } as const]),
  ],
  from: LISTED_SINCE,
  at: startOf(LISTED_SINCE),
});

/** The old code names the agency for ever here, with its dots out of the way of subjects. */
const idOf = (code102: string): string => code102.replaceAll('.', '-');
