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
   * A group stands for its members of that day. An agency that is named twice, by different channels, gets the document by both. One that is closed is a
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
      const all = named.isGroup ? this.membersOf(named, at) : this.recipientFor(named, at);
      if (all.length === 0) unknown.push(named.code);
      for (const found of all) {
        if (isPassedBy(found, sender)) continue;
        recipients.set(found.agency, joined(recipients, found));
      }
    }
    const concernsUs = sender.realm === 'inside' || recipients.size === 0;
    if (unknown.length > 0 && concernsUs) throw new RecipientUnknown(unknown);
    return [...recipients.values()];
  }

  /** Everybody who is in the group on that day; none of an unknown or an empty one. */
  private membersOf({ code: group, isGroup: _isGroup, ...said }: Addressee, at: Instant) {
    const day = localDate(at);
    const { current } = this.directory;
    return (current.group(group, day)?.members ?? []).flatMap((id): readonly Recipient[] => {
      const agency = current.agency(id, day);
      if (agency === undefined) return [{ ...said, agency: id, code: id, via: 'local', group }];
      const via = agency.realm === 'inside' ? 'local' : 'axis';
      return [{ ...said, agency: id, code: agency.code, via, group }];
    });
  }

  private recipientFor(named: Addressee, at: Instant): readonly Recipient[] {
    const day = localDate(at);
    const { current } = this.directory;
    const { code } = named;
    const agency = current.agencyByCode(code, day) ?? current.agency(code, day);
    if (agency !== undefined) {
      return [{ ...named, agency: agency.id, via: agency.realm === 'inside' ? 'local' : 'axis' }];
    }
    const closed = current.closedBearerOf(code, day);
    return closed === undefined ? [] : [{ ...named, agency: closed, via: 'local' }];
  }
}

const joined = (recipients: ReadonlyMap<string, Recipient>, found: Recipient): Recipient => {
  const known = recipients.get(found.agency) ?? found;
  return known.channel === found.channel ? known : { ...known, channel: 'both' };
};

/** From one agency outside to another, the axis takes it there; and nobody of a group writes to itself. */
const isPassedBy = ({ via, agency, group }: Recipient, sender: AgencyView): boolean =>
  (via === 'axis' && sender.realm === 'outside') || (group !== undefined && agency === sender.id);
