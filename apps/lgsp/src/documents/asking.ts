import { deliveryAggregate } from '@lienthong/contracts';
import {
  type Delivery,
  type IssuedDocument,
  type Recipient,
  RequestOpen,
  TooLate,
} from '@lienthong/documents';
import { EventStore } from '@lienthong/event-store';
import { Injectable } from '@nestjs/common';
import { Reaching } from './reaching.js';

/** Says whether the recipients of a document may be asked about a new version of it. */
@Injectable()
export class Asking {
  constructor(
    private readonly store: EventStore,
    private readonly reaching: Reaching,
  ) {}

  /**
   * What routing has not written yet cannot be seen here; then the delivery itself keeps the version for later.
   *
   * @param added whom the new version adds
   * @throws {RequestOpen} when a recipient has not answered an earlier request
   * @throws {TooLate} when the document has ended with every recipient, or one of those added has given it up
   */
  async require(
    document: string,
    { recipients }: IssuedDocument,
    added: readonly Recipient[],
  ): Promise<void> {
    const standings = await this.standingsOf(document, recipients);
    const open = standings.flatMap(({ code, delivery }) =>
      'request' in delivery ? [{ code, kind: delivery.request.kind }] : [],
    );
    const [first] = open;
    if (first !== undefined) {
      const alike = open.filter(({ kind }) => kind === first.kind);
      throw new RequestOpen(first.kind, codesOf(alike));
    }
    refuseGivenUp(await this.standingsOf(document, added));
    const last = standings.at(-1);
    if (last !== undefined && standings.every(hasEnded))
      throw new TooLate(last.delivery.status, codesOf(standings));
  }

  /** How far the document is with each, or with who has taken its place; paper has no standing. */
  private standingsOf(
    document: string,
    recipients: readonly Recipient[],
  ): Promise<readonly Standing[]> {
    const electronic = recipients.filter(({ channel }) => channel !== 'paper');
    return Promise.all(
      electronic.map(async ({ agency, code }) => {
        const id = await this.reaching.deliveryOf(agency, document);
        return { code, delivery: (await this.store.load(deliveryAggregate, id)).state };
      }),
    );
  }
}

interface Standing {
  /** As the sender wrote it. */
  readonly code: string;
  readonly delivery: Delivery;
}

const codesOf = (standings: readonly Pick<Standing, 'code'>[]): readonly string[] =>
  standings.map(({ code }) => code);

const GIVEN_UP: readonly Delivery['status'][] = ['refused', 'taken-back'];

/** Such a delivery has ended for good, so nothing would reach whoever is added. Who completed it has the document. */
const refuseGivenUp = (added: readonly Standing[]): void => {
  const givenUp = added.filter(({ delivery: { status } }) => GIVEN_UP.includes(status));
  const [first] = givenUp;
  if (first !== undefined) throw new TooLate(first.delivery.status, codesOf(givenUp));
};

const ENDS: readonly Delivery['status'][] = ['refused', 'completed', 'taken-back', 'revoked'];

const hasEnded = ({ delivery: { status } }: Standing): boolean => ENDS.includes(status);
