import { groupAggregate } from '@lienthong/contracts';
import { EventStore } from '@lienthong/event-store';
import { localDate } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { BusinessTime } from '../http/business-time.js';
import { agencyCode } from '../http/codes.js';
import { LogStrategy } from '../log/log.strategy.js';
import { NamedAgencyUnknown } from './directory.errors.js';
import { type GroupRequest } from './directory.requests.js';
import { DirectoryView } from './directory.view.js';

/** Keeps the groups of recipients, for the operator. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly store: EventStore,
    private readonly view: DirectoryView,
    private readonly log: LogStrategy,
    private readonly time: BusinessTime,
  ) {}

  /**
   * Returns the sequence of the group's last event, once this process knows of it.
   *
   * @throws {NamedAgencyUnknown} when a member is not known today
   */
  async define(id: string, { name, members: named, from }: GroupRequest): Promise<number> {
    const at = this.time.now();
    const day = localDate(at);
    const { current } = this.view;
    const members = named.map((text, index) => {
      const pointer = `/members/${String(index)}`;
      const code = agencyCode(text, pointer);
      const agency = current.agency(code, day) ?? current.agencyByCode(code, day);
      if (agency === undefined) throw new NamedAgencyUnknown(code, pointer);
      return agency.id;
    });
    const command = { type: 'DefineGroup', name, members, from, at } as const;
    const { lastSequence } = await this.store.handle(groupAggregate, id, command);
    await this.log.reached(lastSequence);
    return lastSequence;
  }
}
