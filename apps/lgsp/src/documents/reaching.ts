import { deliveryAggregate } from '@lienthong/contracts';
import { deliveryIdOf } from '@lienthong/documents';
import { EventStore } from '@lienthong/event-store';
import { Injectable } from '@nestjs/common';

/** A successor may be closed as well; a longer line of them is a mistake in the directory. */
const LONGEST_LINE = 8;

/** Finds who has a document that was addressed to a recipient: the recipient, or who has taken its place. */
@Injectable()
export class Reaching {
  constructor(private readonly store: EventStore) {}

  /** Internal id of the agency. */
  async recipientOf(recipient: string, document: string): Promise<string> {
    let agency = recipient;
    for (let step = 0; step < LONGEST_LINE; step += 1) {
      const { state } = await this.store.load(deliveryAggregate, deliveryIdOf(agency, document));
      if (state.status !== 'rerouted') return agency;
      agency = state.successor;
    }
    return agency;
  }

  async deliveryOf(recipient: string, document: string): Promise<string> {
    return deliveryIdOf(await this.recipientOf(recipient, document), document);
  }
}
