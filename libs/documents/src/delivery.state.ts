import { type Instant } from '@lienthong/kernel';
import { type Via } from './document.js';
import { type Progress, type ReportCode } from './status.js';

/** A document on its way to one recipient. */
export type Delivery =
  | { readonly status: 'unrouted' }
  | (Addressed & { readonly status: 'dispatched-on-paper' })
  /** The recipient is closed; this successor gets the document in its place. */
  | (Addressed & { readonly status: 'rerouted'; readonly successor: string })
  /** The recipient is closed, and who gets the document in its place cannot be told. */
  | (Addressed & { readonly status: 'parked' })
  | OpenDelivery
  | EndedDelivery;

export type OpenDelivery = Electronic & {
  readonly status: 'routed' | 'sent' | Exclude<Progress, 'refused' | 'completed'>;
  /** What the recipient was asked and has not answered. */
  readonly request?: OpenRequest;
};

export type EndedDelivery = Electronic & {
  readonly status: 'refused' | 'completed' | 'taken-back' | 'revoked';
};

export type ElectronicDelivery = OpenDelivery | EndedDelivery;

export type OpenRequest = (
  | { readonly kind: 'take-back' }
  | {
      readonly kind: 'update';
      readonly revision: number;
      /** It was asked by the answer to the question before, so that a repetition of that answer may look like one to this. */
      readonly follows?: true;
    }
) & {
  /** The newest version that came meanwhile; it is offered when this question is answered. */
  readonly next?: number;
};

export interface Addressed {
  readonly document: string;
  readonly sender: string;
  readonly recipient: string;
  readonly routedAt: Instant;
}

export interface Electronic extends Addressed {
  readonly via: Via;
  /** The version that the recipient has; 1 as issued. */
  readonly revision: number;
  /** The last version that it was to be offered. */
  readonly offered: number;
  /** All that was said by a code, with its own time: a repetition is known by both. */
  readonly reported: readonly { readonly code: ReportCode; readonly timestamp: Instant }[];
}
