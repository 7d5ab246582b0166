import { type AgencyView, type SystemView } from '@lienthong/directory';
import { type Instant, localDate } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';
import { Tenant } from '../tenant.js';
import { type AgencyItem, agencyItem } from './compat.answers.js';

const LEVELS = ['central', 'province', 'district', 'commune'];

/** Agencies as the dialect of the axis speaks of them, and the time that the tenant lives in. */
@Injectable()
export class Parties {
  constructor(
    private readonly directory: DirectoryView,
    private readonly tenant: Tenant,
  ) {}

  agency(id: string, at: Instant): AgencyView | undefined {
    return this.directory.current.agency(id, localDate(at));
  }

  codeOf(id: string, at: Instant): string {
    return this.agency(id, at)?.code ?? id;
  }

  /** Business time of what is done because of something at `cause`. */
  after(cause: Instant): Instant {
    return this.tenant.clock.after(cause);
  }

  /** Everybody who can be written to today; of one level (1 central to 4 commune) where it is told. */
  reachable(level?: number): readonly AgencyItem[] {
    const wanted = level === undefined ? undefined : LEVELS[level - 1];
    const today = localDate(this.tenant.clock.now());
    const agencies = [...this.directory.current.agenciesOn(today)];
    return agencies
      .filter(({ placement }) => wanted === undefined || placement.level === wanted)
      .map((agency) => this.item(agency));
  }

  served({ agencies }: SystemView): readonly AgencyItem[] {
    const now = this.tenant.clock.now();
    return [...agencies].flatMap((id) => {
      const agency = this.agency(id, now);
      return agency === undefined ? [] : [this.item(agency)];
    });
  }

  private item(agency: AgencyView): AgencyItem {
    const today = localDate(this.tenant.clock.now());
    return agencyItem(agency, this.directory.current.codesOf(agency.id, today));
  }
}
