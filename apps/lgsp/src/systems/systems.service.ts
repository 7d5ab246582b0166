import { randomBytes } from 'node:crypto';
import { systemAggregate } from '@lienthong/contracts';
import {
  type IssueSystemKey,
  type RotateSystemKey,
  SystemKeyUnknown,
  systemKeyId,
  type SystemKeyView,
  SystemUnknown,
} from '@lienthong/directory';
import { EventStore } from '@lienthong/event-store';
import { type Instant, isCarriedOut, localDate, type RequestMark, sha256 } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { NamedAgencyUnknown } from '../directory/directory.errors.js';
import { DirectoryView } from '../directory/directory.view.js';
import { withName } from '../directory/impossible-name.js';
import { BusinessTime } from '../http/business-time.js';
import { agencyCode } from '../http/codes.js';
import { LogStrategy } from '../log/log.strategy.js';
import { type SystemRequest } from './systems.requests.js';

const KEY_BYTES = 32;

export interface IssuedKey {
  readonly view: SystemKeyView;
  /** Told once, the platform keeps its SHA-256; absent in the answer to a repetition. */
  readonly key?: string;
}

/** How long a new key is to hold, and what asked for it. */
export interface KeyWish {
  readonly validUntil?: Instant | undefined;
  readonly request?: RequestMark | undefined;
}

/** Which key a new one replaces, and until when the old one still opens the door. */
export interface RotationWish extends KeyWish {
  readonly replaced: SystemKeyView;
  readonly replacedUntil: Instant;
}

/** Connects systems and looks after their keys. What it did is in force in this process when it answers. */
@Injectable()
export class SystemsService {
  constructor(
    private readonly store: EventStore,
    private readonly view: DirectoryView,
    private readonly log: LogStrategy,
    private readonly time: BusinessTime,
  ) {}

  /**
   * What a request was answered when it came before; nothing where it is new.
   *
   * @throws {IdempotencyKeyReused} when another request came under its key, to whatever system
   */
  answerTo(mark: RequestMark | undefined): IssuedKey | undefined {
    const view = mark && this.view.current.keyAskedBy(mark);
    return view && isCarriedOut(mark, [view.request]) ? { view } : undefined;
  }

  /**
   * Connects the system, or finds it connected in the same way, and issues a new key.
   *
   * @throws {NamedAgencyUnknown} when an agency is not registered
   */
  async connect(request: SystemRequest, mark: RequestMark | undefined): Promise<IssuedKey> {
    const { id, kind, name } = request;
    const agencies = request.agencies.map((code, at) => this.idOf(code, `/agencies/${String(at)}`));
    const at = this.time.now();
    await this.store.handle(systemAggregate, id, {
      type: 'ConnectSystem',
      kind,
      name,
      agencies,
      at,
    });
    return this.issue(id, { request: mark });
  }

  /** A further key. */
  issue(systemId: string, wish: KeyWish): Promise<IssuedKey> {
    return this.carryOut(systemId, wish, (part) => ({ type: 'IssueSystemKey', ...part }));
  }

  /** A new key in the place of an old one. */
  rotate(systemId: string, { replaced, replacedUntil, ...wish }: RotationWish): Promise<IssuedKey> {
    return this.carryOut(systemId, wish, (part) => ({
      type: 'RotateSystemKey',
      ...part,
      replaced: replaced.digest,
      replacedUntil,
    }));
  }

  /** @throws {SystemKeyUnknown} when the system has no such key */
  async revoke(systemId: string, keyId: string): Promise<SystemKeyView> {
    const { digest: keyDigest } = this.keyOf(systemId, keyId);
    const at = this.time.now();
    const command = { type: 'RevokeSystemKey', keyDigest, at } as const;
    const { lastSequence } = await this.store.handle(systemAggregate, systemId, command);
    await this.log.reached(lastSequence);
    return this.keyOf(systemId, keyId);
  }

  /** @throws {SystemUnknown} */
  keysOf(systemId: string): readonly SystemKeyView[] {
    if (this.view.current.system(systemId) === undefined) throw new SystemUnknown();
    return this.view.current.keysOf(systemId);
  }

  /** @throws {SystemKeyUnknown} when the system has no such key */
  keyOf(systemId: string, keyId: string): SystemKeyView {
    const key = this.keysOf(systemId).find(({ id }) => id === keyId);
    if (key === undefined) throw new SystemKeyUnknown();
    return key;
  }

  private async carryOut(
    systemId: string,
    { validUntil, request }: KeyWish,
    commandOf: (part: Omit<IssueSystemKey, 'type'>) => IssueSystemKey | RotateSystemKey,
  ): Promise<IssuedKey> {
    const key = randomBytes(KEY_BYTES).toString('base64url');
    const keyDigest = sha256(key);
    const command = commandOf({
      keyDigest,
      ...(validUntil === undefined ? {} : { validUntil }),
      ...(request === undefined ? {} : { request }),
      at: this.time.now(),
    });
    const { events, lastSequence } = await withName(
      () => this.store.handle(systemAggregate, systemId, command),
      () => new SystemUnknown(),
    );
    await this.log.reached(lastSequence);
    if (events.length > 0) return { view: this.keyOf(systemId, systemKeyId(keyDigest)), key };
    const before = this.answerTo(request);
    if (before === undefined) throw new SystemKeyUnknown();
    return before;
  }

  private idOf(code: string, pointer: string): string {
    const day = localDate(this.time.now());
    const text = agencyCode(code, pointer);
    const agency = this.view.current.agency(text, day) ?? this.view.current.agencyByCode(text, day);
    if (agency?.realm !== 'inside') throw new NamedAgencyUnknown(text, pointer);
    return agency.id;
  }
}
