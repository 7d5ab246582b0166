import { randomBytes } from 'node:crypto';
import { agencyAggregate, systemAggregate } from '@lienthong/contracts';
import { AgencyUnknown, type AgencyView } from '@lienthong/directory';
import { EventStore } from '@lienthong/event-store';
import { localDate, sha256, startOf } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { agencyCode } from '../http/codes.js';
import { BusinessTime } from '../http/business-time.js';
import { LogFollower } from '../log/log.follower.js';
import { type AgencyRequest, type SystemRequest } from './directory.requests.js';
import { DirectoryView } from './directory.view.js';

const KEY_BYTES = 32;

export interface Connected {
  readonly systemId: string;
  /** Told once; the platform keeps its SHA-256. */
  readonly key: string;
}

/** Registers agencies and connects systems, for the operator. */
@Injectable()
export class DirectoryService {
  constructor(
    private readonly store: EventStore,
    private readonly view: DirectoryView,
    private readonly follower: LogFollower,
    private readonly time: BusinessTime,
  ) {}

  /** Returns the sequence of the agency's last event, once this process knows of it. */
  async register(request: AgencyRequest): Promise<number> {
    const { id, name, level, sector, parent, from } = request;
    const codes = request.codes.map(({ to, ...code }, at) => ({
      ...code,
      code: agencyCode(code.code, `/codes/${String(at)}/code`),
      ...(to === undefined ? {} : { to }),
    }));
    const placement = { level, sector, ...(parent === undefined ? {} : { parent }) };
    const { lastSequence } = await this.store.handle(agencyAggregate, id, {
      type: 'RegisterAgency',
      realm: 'inside',
      name,
      placement,
      codes,
      from,
      at: startOf(from),
    });
    await this.follower.reached(lastSequence);
    return lastSequence;
  }

  /**
   * Connects the system, or finds it connected in the same way, and issues a new key.
   *
   * @throws {AgencyUnknown} when an agency is not registered
   */
  async connect(request: SystemRequest): Promise<Connected> {
    const { id: systemId, kind, name } = request;
    const at = this.time.now();
    const agencies = request.agencies.map((code) => this.agencyFor(code).id);
    await this.store.handle(systemAggregate, systemId, {
      type: 'ConnectSystem',
      kind,
      name,
      agencies,
      at,
    });
    const key = randomBytes(KEY_BYTES).toString('base64url');
    const issued = await this.store.handle(systemAggregate, systemId, {
      type: 'IssueSystemKey',
      keyDigest: sha256(key),
      at,
    });
    await this.follower.reached(issued.lastSequence);
    return { systemId, key };
  }

  private agencyFor(code: string): AgencyView {
    const day = localDate(this.time.now());
    const text = agencyCode(code, '/agencies');
    const agency = this.view.current.agency(text, day) ?? this.view.current.agencyByCode(text, day);
    if (agency?.realm !== 'inside') throw new AgencyUnknown();
    return agency;
  }
}
