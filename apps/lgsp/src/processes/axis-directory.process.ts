import { AxisClient, AxisUnreachable } from '@lienthong/connector';
import { agencyAggregate, InvalidToken, type Recorded } from '@lienthong/contracts';
import { type AgencyEvent, type Level, type RegisterAgency } from '@lienthong/directory';
import { EventStore, EventTooLarge } from '@lienthong/event-store';
import { Refusal, startOf } from '@lienthong/kernel';
import { Injectable, Logger } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';
import { LogFollower } from '../log/log.follower.js';
import { neverListed } from './axis.failures.js';
import { type Task } from './backlog.js';
import { BacklogProcess } from './backlog.process.js';

/** The axis counts levels from the top. */
const LEVELS: readonly Level[] = ['central', 'province', 'district', 'commune'];

/** The list says nothing of the past: its agencies are taken to have stood since QCVN 102:2016 came into force. */
const LISTED_SINCE = '2016-04-01';

/** Since QĐ 20/2020/QĐ-TTg came into force. */
const NEW_CODES_SINCE = '2020-09-15';

/** Keeps the two lists of agencies alike: tells the axis of ours, and learns those of the others. */
@Injectable()
export class AxisDirectoryProcess extends BacklogProcess {
  private readonly logger = new Logger(AxisDirectoryProcess.name);
  private readonly passedOver = new Set<string>();
  private learned = false;

  constructor(
    private readonly store: EventStore,
    private readonly axis: AxisClient,
    private readonly directory: DirectoryView,
    private readonly follower: LogFollower,
  ) {
    super('axis-directory', store, (error) => error instanceof AxisUnreachable);
  }

  protected override taskOf({ message, ...recorded }: Recorded): Task | undefined {
    if (recorded.category !== 'agency' || !isOurs(recorded.event)) return undefined;
    const { sequence, aggregateId: key } = message;
    const { event } = recorded;
    return { sequence, key, run: () => this.tell(event) };
  }

  /** The list of the axis has been read at least once since the start. */
  get ready(): boolean {
    return this.learned;
  }

  /**
   * Registers every agency of the axis's list that is not ours and not known yet.
   *
   * One that cannot be registered as it is listed is told in the log once, and passed over.
   */
  async learn(): Promise<void> {
    for (const [at, level] of LEVELS.entries()) {
      const listed = await this.axis.getAgenciesListQD20(at + 1);
      const unknown = listed.filter(({ code102 }) => !this.knows(code102));
      const sequences = await Promise.all(
        unknown.map(({ code, code102, name }) => this.register({ code, code102, name, level })),
      );
      await this.follower.reached(Math.max(0, ...sequences));
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

  private async tell(event: AgencyEvent & { type: 'AgencyRegistered' }): Promise<boolean> {
    const { codes, name, placement } = event;
    const code102 = codes.find(({ form }) => form === 'qcvn102')?.code;
    const code = codes.find(({ form }) => form === 'qd20')?.code ?? code102;
    if (code === undefined || code102 === undefined) return false;
    const level = LEVELS.indexOf(placement.level) + 1;
    try {
      await this.axis.registerAgency({ code, code102, name, level });
    } catch (error) {
      if (!neverListed(error)) throw error;
      // The agency cannot be reached from outside until somebody mends its codes.
      this.logger.error(`${code102} is not listed on the axis: ${error.message}`);
    }
    return true;
  }
}

const isOurs = (event: AgencyEvent): event is AgencyEvent & { type: 'AgencyRegistered' } =>
  event.type === 'AgencyRegistered' && event.realm === 'inside';

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
