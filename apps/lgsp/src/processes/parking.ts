import { parkedAggregate } from '@lienthong/contracts';
import { EventStore } from '@lienthong/event-store';
import { deriveId, type Instant, sha256 } from '@lienthong/kernel';
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
