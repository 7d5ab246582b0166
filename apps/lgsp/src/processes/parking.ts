import { parkedAggregate, type RecordedMessage } from '@lienthong/contracts';
import { EventStore } from '@lienthong/event-store';
import { canonicalJson, deriveId, type Instant, sha256 } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { problemOf } from '../problems/problems.js';

export interface Unhandled {
  /** Who handed it over, or to whom it should have gone. */
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly error: unknown;
  readonly at: Instant;
}

/** Keeps what cannot be handled, whole and once, so that it stops nobody else. */
@Injectable()
export class Parking {
  constructor(private readonly store: EventStore) {}

  async park({ source, bytes, mediaType, error, at }: Unhandled): Promise<void> {
    const problem = problemOf(error);
    const digest = sha256(bytes);
    await this.store.objects.put(bytes);
    await this.store.handle(parkedAggregate, deriveId('parked', source, digest), {
      type: 'ParkMessage',
      source,
      problem: problem.code,
      detail: error instanceof Error ? error.message : problem.detailEn,
      content: { digest, mediaType },
      at,
    });
  }
}

/** An event as it stands in the log, where nothing else could be made of it. */
export const asContent = ({
  sequence,
  subject,
  type,
  data,
}: RecordedMessage): Pick<Unhandled, 'bytes' | 'mediaType'> => {
  const json = canonicalJson({
    sequence,
    subject,
    type,
    data: Buffer.from(data).toString('base64'),
  });
  return { bytes: Buffer.from(json), mediaType: 'application/json' };
};
