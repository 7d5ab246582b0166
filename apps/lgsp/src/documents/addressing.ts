import { type AgencyView } from '@lienthong/directory';
import { type Recipient } from '@lienthong/documents';
import { type Instant, localDate } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';
import { RecipientUnknown } from './documents.errors.js';
import { type Draft } from './draft.js';

/** Finds the agencies that a document is addressed to. */
@Injectable()
export class Addressing {
  constructor(private readonly directory: DirectoryView) {}

  /**
   * An agency that is named twice, by different channels, gets the document by both.
   *
   * What comes from outside is delivered here to our own alone; the axis takes it to the others, so
   * recipients of such a packet that we do not know are not ours to judge.
   *
   * @throws {RecipientUnknown} naming every recipient that nobody knows
   */
  recipientsOf(sender: AgencyView, to: Draft['to'], at: Instant): readonly Recipient[] {
    const found = to.map((named) => ({ ...named, agency: this.agencyFor(named.code, at) }));
    const recipients = new Map<string, Recipient>();
    for (const { agency, code, channel } of found) {
      if (agency === undefined || isPassedBy(agency, sender)) continue;
      const via = agency.realm === 'inside' ? 'local' : 'axis';
      const named = recipients.get(agency.id) ?? { agency: agency.id, code, channel, via };
      const both = named.channel !== channel;
      recipients.set(agency.id, both ? { ...named, channel: 'both' } : named);
    }
    const unknown = found.filter(({ agency }) => agency === undefined).map(({ code }) => code);
    const concernsUs = sender.realm === 'inside' || recipients.size === 0;
    if (unknown.length > 0 && concernsUs) throw new RecipientUnknown(unknown);
    return [...recipients.values()];
  }

  private agencyFor(code: string, at: Instant): AgencyView | undefined {
    const day = localDate(at);
    return (
      this.directory.current.agencyByCode(code, day) ?? this.directory.current.agency(code, day)
    );
  }
}

/** From one agency outside to another: the axis takes it there. */
const isPassedBy = (recipient: AgencyView, sender: AgencyView): boolean =>
  recipient.realm === 'outside' && sender.realm === 'outside';
