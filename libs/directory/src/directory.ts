import { type LocalDate, type RequestMark } from '@lienthong/kernel';
import {
  type Agency,
  agency,
  type AgencyCode,
  type AgencyEvent,
  codesInForce,
  type Placement,
  type Realm,
} from './agency.js';
import { type Group, group, type GroupEvent, type GroupVersion } from './group.js';
import { type Succession } from './succession.js';
import {
  system,
  type System,
  type SystemEvent,
  type SystemKey,
  type SystemKind,
} from './system.js';

export interface AgencyView {
  readonly id: string;
  readonly realm: Realm;
  readonly name: string;
  readonly placement: Placement;
  /** The code to write on a packet of that day: of those that hold, the one assigned last. */
  readonly code: string;
}

export interface SystemView {
  readonly id: string;
  readonly kind: SystemKind;
  readonly name: string;
  readonly agencies: ReadonlySet<string>;
}

/** A key as its system's. */
export interface SystemKeyView extends SystemKey {
  readonly id: string;
  readonly system: SystemView;
}

/** How a key is named where it is not told: the beginning of its SHA-256. */
export const systemKeyId = (digest: string): string => digest.slice(0, KEY_ID_LENGTH);

/** 64 bits. */
const KEY_ID_LENGTH = 16;

interface Days {
  readonly from: LocalDate;
  /** The last of them. */
  readonly to: LocalDate;
}

const FIRST_DAY: LocalDate = '0001-01-01';
const LAST_DAY: LocalDate = '9999-12-31';

/** All that was ever said of an agency. */
export type KnownAgency = Exclude<Agency, { status: 'unregistered' }>;

/** Everything that is known of agencies and systems, folded from their events and asked as of a day. */
export class Directory {
  private readonly agencies = new Map<string, KnownAgency>();
  /** Of the day that was asked for last. */
  private readonly agencyViews = new Map<
    string,
    { readonly day: LocalDate; readonly view: AgencyView | undefined }
  >();
  private readonly systems = new Map<string, System>();
  private readonly systemViews = new Map<string, SystemView>();
  private readonly groups = new Map<string, Group>();
  private readonly agenciesByCode = new Map<string, Set<string>>();
  private readonly keys = new Map<string, SystemKeyView>();
  private readonly keyIdsByRequest = new Map<string, string>();
  private readonly systemsByAgency = new Map<string, string[]>();

  applyAgency(id: string, event: AgencyEvent): void {
    const next = agency.evolve(this.agencies.get(id) ?? agency.initial, event);
    if (next.status === 'unregistered') return;
    this.agencies.set(id, next);
    this.agencyViews.delete(id);
    for (const { code } of next.codes) addTo(this.agenciesByCode, code, id);
  }

  applyGroup(id: string, event: GroupEvent): void {
    this.groups.set(id, group.evolve(this.groups.get(id) ?? group.initial, event));
  }

  applySystem(id: string, event: SystemEvent): void {
    const next = system.evolve(this.systems.get(id) ?? system.initial, event);
    if (next.status === 'unconnected') return;
    this.systems.set(id, next);
    if (event.type !== 'SystemConnected') {
      this.learnKeys(id, next.keys);
      return;
    }
    const { kind, name, agencies } = next;
    this.systemViews.set(id, { id, kind, name, agencies: new Set(agencies) });
    for (const served of agencies) {
      this.systemsByAgency.set(served, [...(this.systemsByAgency.get(served) ?? []), id]);
    }
  }

  private learnKeys(systemId: string, keys: readonly SystemKey[]): void {
    const view = this.system(systemId);
    if (view === undefined) return;
    for (const key of keys) {
      const id = systemKeyId(key.digest);
      this.keys.set(id, { ...key, id, system: view });
      if (key.request !== undefined) this.keyIdsByRequest.set(key.request.id, id);
    }
  }

  /** The agency as it stood on `day`; nothing when unknown, not yet registered or closed by then. */
  agency(id: string, day: LocalDate): AgencyView | undefined {
    const lately = this.agencyViews.get(id);
    if (lately?.day === day) return lately.view;
    const known = this.agencies.get(id);
    if (known === undefined) return undefined;
    const view = viewOn(id, known, day);
    this.agencyViews.set(id, { day, view });
    return view;
  }

  /** Every code that the agency bears on `day`, in whatever form. */
  codesOf(id: string, day: LocalDate): readonly AgencyCode[] {
    return codesOn(this.agencies.get(id), day);
  }

  /** The agency with everything that was ever said of it; its codes as they hold. */
  history(id: string): KnownAgency | undefined {
    const known = this.agencies.get(id);
    return known === undefined ? undefined : { ...known, codes: codesInForce(known.codes) };
  }

  /** The agency that bears `code`, in either form, on `day`. */
  agencyByCode(code: string, day: LocalDate): AgencyView | undefined {
    for (const id of this.agenciesByCode.get(code) ?? []) {
      const bears = codesOn(this.agencies.get(id), day).some((known) => known.code === code);
      const view = bears ? this.agency(id, day) : undefined;
      if (view !== undefined) return view;
    }
    return undefined;
  }

  /** The agency that bore `code`, in either form, until it was closed before `day`. */
  closedBearerOf(code: string, day: LocalDate): string | undefined {
    return [...(this.agenciesByCode.get(code) ?? [])].find((id) => {
      const known = this.agencies.get(id);
      if (known?.status !== 'closed' || known.closedOn >= day) return false;
      return daysOf(known, code).some(({ to }) => to === known.closedOn);
    });
  }

  /** Who gets what is addressed to an agency that is closed on `day`; nothing where it is not. */
  successorsOf(id: string, day: LocalDate): readonly Succession[] | undefined {
    const known = this.agencies.get(id);
    if (known === undefined || !isClosed(known, day)) return undefined;
    return asOf(known.successions, day)?.successors ?? [];
  }

  /** Ids of the agencies that bear `code`, in either form, on any day from `from` to `to`. */
  bearersOf(
    code: string,
    { from = FIRST_DAY, to = LAST_DAY }: Partial<Days> = {},
  ): readonly string[] {
    return [...(this.agenciesByCode.get(code) ?? [])].filter((id) => {
      const known = this.agencies.get(id);
      return (
        known !== undefined &&
        daysOf(known, code).some((borne) => borne.from <= to && from <= borne.to)
      );
    });
  }

  /**
   * As they stood on `day`, in the order in which they were registered; those behind `after` where it is given, none
   * where nobody is called so.
   */
  *agenciesOn(day: LocalDate, after?: string): Generator<AgencyView, void, undefined> {
    let passed = after === undefined;
    for (const id of this.agencies.keys()) {
      const view = passed ? this.agency(id, day) : undefined;
      if (view !== undefined) yield view;
      passed ||= id === after;
    }
  }

  isRegistered(id: string): boolean {
    return this.agencies.has(id);
  }

  /** The group as it stood on `day`; nothing when it was not defined by then. */
  group(id: string, day: LocalDate): GroupVersion | undefined {
    return asOf(this.groups.get(id)?.versions ?? [], day);
  }

  groupsOn(day: LocalDate): readonly (GroupVersion & { readonly id: string })[] {
    return [...this.groups.keys()].flatMap((id) => {
      const version = this.group(id, day);
      return version === undefined ? [] : [{ id, ...version }];
    });
  }

  system(id: string): SystemView | undefined {
    return this.systemViews.get(id);
  }

  /** Those of a system that were ever issued, oldest first. */
  keysOf(systemId: string): readonly SystemKeyView[] {
    const known = this.systems.get(systemId);
    if (known?.status !== 'connected') return [];
    return known.keys.flatMap(({ digest }) => this.systemKey(systemKeyId(digest)) ?? []);
  }

  /** @param id see {@link systemKeyId}; whoever presents a key has yet to be compared with its whole digest */
  systemKey(id: string): SystemKeyView | undefined {
    return this.keys.get(id);
  }

  /** The key that was issued because of the request. */
  keyAskedBy({ id }: RequestMark): SystemKeyView | undefined {
    return this.systemKey(this.keyIdsByRequest.get(id) ?? '');
  }

  /** The system that was connected first for the agency. */
  systemOf(agencyId: string): SystemView | undefined {
    const id = this.systemsByAgency.get(agencyId)?.[0];
    return id === undefined ? undefined : this.system(id);
  }

  systemsConnected(): readonly SystemView[] {
    return [...this.systemViews.values()];
  }
}

const addTo = (index: Map<string, Set<string>>, key: string, id: string): void => {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, new Set([id]));
  else ids.add(id);
};

const asOf = <T extends { readonly from: LocalDate }>(
  list: readonly T[],
  day: LocalDate,
): T | undefined =>
  list
    .filter((entry) => entry.from <= day)
    .reduce<T | undefined>(
      (latest, entry) => (latest && latest.from > entry.from ? latest : entry),
      undefined,
    );

const viewOn = (id: string, known: KnownAgency, day: LocalDate): AgencyView | undefined => {
  if (isClosed(known, day)) return undefined;
  const name = asOf(known.names, day);
  const placement = asOf(known.placements, day);
  if (name === undefined || placement === undefined) return undefined;
  const { from: _from, ...where } = placement;
  return { id, realm: known.realm, name: name.name, placement: where, code: codeOn(known, day) };
};

const isClosed = (known: KnownAgency, day: LocalDate): boolean =>
  known.status === 'closed' && known.closedOn < day;

const holds = (code: { from: LocalDate; to?: LocalDate }, day: LocalDate): boolean =>
  code.from <= day && (code.to === undefined || day <= code.to);

/** The days on which the agency bears `code`; none of them after it was closed. */
const daysOf = (known: KnownAgency, code: string): readonly Days[] => {
  const end = known.status === 'closed' ? known.closedOn : LAST_DAY;
  return codesInForce(known.codes)
    .filter((borne) => borne.code === code)
    .map(({ from, to = LAST_DAY }) => ({ from, to: to < end ? to : end }));
};

const codesOn = (known: KnownAgency | undefined, day: LocalDate): readonly AgencyCode[] =>
  codesInForce(known?.codes ?? []).filter((code) => holds(code, day));

const codeOn = (known: KnownAgency, day: LocalDate): string =>
  (asOf(codesOn(known, day), day) ?? known.codes[0])?.code ?? '';
