import { deliveryAggregate } from '@lienthong/contracts';
import { deliveryIdOf } from '@lienthong/documents';
import { EventStore } from '@lienthong/event-store';
import { Injectable } from '@nestjs/common';

/** A successor may be closed as well; a longer line of them is a mistake in the directory. */
const LONGEST_LINE = 8;

/** Finds the delivery by which a document reaches a recipient, or who has taken its place. */
@Injectable()
export class Reaching {
  constructor(private readonly store: EventStore) {}

  async deliveryOf(recipient: string, document: string): Promise<string> {
    let agency = recipient;
    for (let step = 0; step < LONGEST_LINE; step += 1) {
      const id = deliveryIdOf(agency, document);
      const { state } = await this.store.load(deliveryAggregate, id);
      if (state.status !== 'rerouted') return id;
      agency = state.successor;
    }
    return deliveryIdOf(agency, document);
  }
}
