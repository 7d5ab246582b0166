import { type Instant, type LocalDate } from '@lienthong/kernel';

/** A document as far as it is counted. */
export interface RecountedDocument {
  readonly sender: string;
  readonly issuedAt: Instant;
  /** The due date that each version has, by its number. */
  readonly due: Map<number, LocalDate | undefined>;
  /** Level of the issuer, where it counts among the outgoing. */
  readonly outgoing: string | undefined;
  exchanged: boolean;
  readonly addressed: Set<string>;
}
