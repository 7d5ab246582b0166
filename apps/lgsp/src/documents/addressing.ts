import { type AgencyView } from '@lienthong/directory';
import { type Recipient } from '@lienthong/documents';
import { type Instant, localDate } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';
import { RecipientUnknown } from './documents.errors.js';
import { type Addressee, type Draft } from './draft.js';

/** Finds the agencies that a document is addressed to. */
@Injectable()
export class Addressing {
  constructor(private readonly directory: DirectoryView) {}

  /**
   * An agency that is named twice, by different channels, gets the document by both. One that is closed is a
   * recipient like any other; routing finds out who has taken its place.
   *
   * What comes from outside is delivered here to our own alone; the axis takes it to the others, so
   * recipients of such a packet that we do not know are not ours to judge.
   *
   * @throws {RecipientUnknown} naming every recipient that nobody knows
   */
  recipientsOf(sender: AgencyView, to: Draft['to'], at: Instant): readonly Recipient[] {
    const recipients = new Map<string, Recipient>();
    const unknown: string[] = [];
    for (const named of to) {
      const found = this.recipientFor(named, at);
      if (found === undefined) unknown.push(named.code);
      else if (!isPassedBy(found, sender)) recipients.set(found.agency, joined(recipients, found));
    }
    const concernsUs = sender.realm === 'inside' || recipients.size === 0;
    if (unknown.length > 0 && concernsUs) throw new RecipientUnknown(unknown);
    return [...recipients.values()];
  }

  private recipientFor(named: Addressee, at: Instant): Recipient | undefined {
    const day = localDate(at);
    const { current } = this.directory;
    const { code } = named;
    const agency = current.agencyByCode(code, day) ?? current.agency(code, day);
    if (agency !== undefined) {
      return { ...named, agency: agency.id, via: agency.realm === 'inside' ? 'local' : 'axis' };
    }
    const closed = current.closedBearerOf(code, day);
    return closed === undefined ? undefined : { ...named, agency: closed, via: 'local' };
  }
}

const joined = (recipients: ReadonlyMap<string, Recipient>, found: Recipient): Recipient => {
  const known = recipients.get(found.agency) ?? found;
  return known.channel === found.channel ? known : { ...known, channel: 'both' };
};

/** From one agency outside to another: the axis takes it there. */
const isPassedBy = ({ via }: Recipient, sender: AgencyView): boolean =>
  via === 'axis' && sender.realm === 'outside';
