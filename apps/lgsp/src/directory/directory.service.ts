import { agencyAggregate } from '@lienthong/contracts';
import {
  type AgencyCode,
  CodeInUse,
  Directory,
  type RegisterAgency,
  type Succession,
} from '@lienthong/directory';
import { EventStore } from '@lienthong/event-store';
import { localDate, startOf } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { agencyCode } from '../http/codes.js';
import { InvalidField } from '../http/http.errors.js';
import { BusinessTime } from '../http/business-time.js';
import { LogStrategy } from '../log/log.strategy.js';
import {
  type AgencyCodeRequest,
  type AgencyRequest,
  type ClosureRequest,
  type SuccessionRequest,
} from './directory.requests.js';
import { NamedAgencyUnknown } from './directory.errors.js';
import { DirectoryView } from './directory.view.js';
import { withName } from './impossible-name.js';

/** Registers and closes agencies, for the operator. */
@Injectable()
export class DirectoryService {
  /** What is being registered, as if it were; lines of one request come at the same time. */
  private readonly underWay = { count: 0, directory: new Directory() };

  constructor(
    private readonly store: EventStore,
    private readonly view: DirectoryView,
    private readonly log: LogStrategy,
    private readonly time: BusinessTime,
  ) {}

  /**
   * Returns the sequence of the agency's last event, once this process knows of it.
   *
   * @throws {InvalidField} when a code ends before it begins
   * @throws {CodeInUse} when another agency bears one of the codes on some of the same days
   */
  async register(request: AgencyRequest): Promise<number> {
    const { id, name, level, sector, parent, from } = request;
    const codes = request.codes.map(codeOf);
    const placement = { level, sector, ...(parent === undefined ? {} : { parent }) };
    const at = startOf(from);
    const agency = { realm: 'inside', name, placement, codes, from, at } as const;
    this.refuseCodesOfOthers(id, codes);
    return this.whileClaiming(id, agency, async () => {
      const command = { type: 'RegisterAgency', ...agency } as const;
      const { lastSequence } = await this.store.handle(agencyAggregate, id, command);
      await this.log.reached(lastSequence);
      return lastSequence;
    });
  }

  /**
   * Names the successors, and then closes the agency; saying the same again changes nothing.
   * Returns the sequence of the agency's last event, once this process knows of it.
   *
   * @param named internal id, or a code that the agency bears now
   * @throws {NamedAgencyUnknown} when the agency, or a successor, is not known
   * @throws {AgencyAlreadyClosed} when it was closed on another day
   */
  async close(named: string, closure: ClosureRequest): Promise<number> {
    const at = this.time.now();
    const { on } = closure;
    const id = this.view.current.agencyByCode(named, localDate(at))?.id ?? named;
    const successors = closure.successors.map((entry, index) =>
      this.successionOf(id, entry, index),
    );
    const naming = { type: 'NameSuccessors', successors, from: on, at } as const;
    await withName(
      () => this.store.handle(agencyAggregate, id, naming),
      () => new NamedAgencyUnknown(id, 'id'),
    );
    const command = { type: 'CloseAgency', on, at } as const;
    const { lastSequence } = await this.store.handle(agencyAggregate, id, command);
    await this.log.reached(lastSequence);
    return lastSequence;
  }

  private successionOf(id: string, entry: SuccessionRequest, index: number): Succession {
    const { territory, field, default: isDefault = false, source = '' } = entry;
    const day = localDate(this.time.now());
    const pointer = `/successors/${String(index)}/agency`;
    const code = agencyCode(entry.agency, pointer);
    const { current } = this.view;
    const agency = current.agency(code, day) ?? current.agencyByCode(code, day);
    if (agency === undefined) throw new NamedAgencyUnknown(code, pointer);
    if (agency.id === id) throw new InvalidField([{ pointer, message: 'is the agency itself' }]);
    return {
      successor: agency.id,
      ...(territory === undefined ? {} : { territory }),
      ...(field === undefined ? {} : { field }),
      isDefault,
      source,
    };
  }

  /** An agency that is known to bear its code may say so again, whoever bears it as well. */
  private refuseCodesOfOthers(id: string, codes: readonly AgencyCode[]): void {
    for (const directory of [this.view.current, this.underWay.directory]) {
      for (const { code, ...days } of codes) {
        const bearers = directory.bearersOf(code, days);
        if (bearers.length > 0 && !bearers.includes(id)) throw new CodeInUse(code);
      }
    }
  }

  private async whileClaiming<T>(
    id: string,
    agency: Omit<RegisterAgency, 'type'>,
    register: () => Promise<T>,
  ): Promise<T> {
    const { underWay } = this;
    underWay.directory.applyAgency(id, { type: 'AgencyRegistered', ...agency });
    underWay.count += 1;
    try {
      return await register();
    } finally {
      underWay.count -= 1;
      if (underWay.count === 0) underWay.directory = new Directory();
    }
  }
}

const codeOf = ({ code, form, from, to }: AgencyCodeRequest, at: number): AgencyCode => {
  const pointer = `/codes/${String(at)}`;
  if (to !== undefined && to < from) {
    throw new InvalidField([{ pointer: `${pointer}/to`, message: 'is before from' }]);
  }
  const text = agencyCode(code, `${pointer}/code`);
  return { code: text, form, from, ...(to === undefined ? {} : { to }) };
};
