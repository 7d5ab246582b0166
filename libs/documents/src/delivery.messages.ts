import { type Instant } from '@lienthong/kernel';
import { type Channel, type Via } from './document.js';
import { type StatusCode } from './status.js';

interface Parties {
  /** Internal ids. */
  readonly document: string;
  readonly sender: string;
  readonly recipient: string;
  readonly at: Instant;
}

export interface RouteDelivery extends Parties {
  readonly type: 'RouteDelivery';
  readonly via: Via;
  readonly channel: Channel;
  /** The version that the recipient is sent; 1 as issued. */
  readonly revision: number;
}

export interface RerouteDelivery extends Parties {
  readonly type: 'RerouteDelivery';
  /** Internal id of the agency that gets the document in the recipient's place. */
  readonly successor: string;
  /** Where the succession is written; empty when it is assumed. */
  readonly source: string;
}

export interface ParkDelivery extends Parties {
  readonly type: 'ParkDelivery';
  readonly problem: 'successor-unknown' | 'successor-ambiguous';
}

/** What somebody said, with the time that the speaker gives it. */
export interface Said {
  /** Why, in the speaker's words; empty when it said nothing. */
  readonly description: string;
  /** Who acted, a PersonalData message. */
  readonly personal: Uint8Array;
  readonly timestamp: Instant;
  readonly at: Instant;
}

/** Without a time of the speaker's own, it is the only thing of its kind that is said. */
type Saying = Omit<Said, 'timestamp'> & { readonly timestamp?: Instant };

export type ReportStatus = Saying & { readonly type: 'ReportStatus'; readonly code: StatusCode };

/** 13 */
export type RequestTakeBack = Saying & { readonly type: 'RequestTakeBack' };

/** 15 or 16; to a revocation, 15 acknowledges it. */
export type AnswerRequest = Saying & { readonly type: 'AnswerRequest'; readonly agreed: boolean };

export type RequestKind = 'take-back' | 'update';

export type DeliveryCommand =
  | RouteDelivery
  | RerouteDelivery
  | ParkDelivery
  /** The document lies in the recipient's inbox, or the axis has accepted it. */
  | { readonly type: 'ConfirmSent'; readonly at: Instant }
  | ReportStatus
  | RequestTakeBack
  | { readonly type: 'OfferUpdate'; readonly revision: number; readonly at: Instant }
  | AnswerRequest
  /** The document was revoked, which needs nobody's consent. */
  | { readonly type: 'RevokeDelivery'; readonly at: Instant };

export type Status = Said & { readonly code: StatusCode };

/** What the recipient says of what it was asked. */
export type Answer = Said & { readonly request: RequestKind };

export type DeliveryEvent =
  | (Omit<RouteDelivery, 'type'> & { readonly type: 'DeliveryRouted' })
  | (Parties & { readonly type: 'PaperDispatched' })
  | (Omit<RerouteDelivery, 'type'> & { readonly type: 'DeliveryRerouted' })
  | (Omit<ParkDelivery, 'type'> & { readonly type: 'DeliveryParked' })
  | { readonly type: 'DeliverySent'; readonly at: Instant }
  | (Status & { readonly type: 'StatusReported' })
  /** The status came after a later one; it changes nothing and stays visible. */
  | (Status & { readonly type: 'StatusReportedLate' })
  | (Said & { readonly type: 'TakeBackRequested' })
  | { readonly type: 'UpdateRequested'; readonly revision: number; readonly at: Instant }
  /** The recipient was not asked: the delivery had ended, or another request was open, whose answer lets it be asked. */
  | { readonly type: 'UpdateMissed'; readonly revision: number; readonly at: Instant }
  | (Answer & { readonly type: 'RequestAgreed' })
  | (Answer & { readonly type: 'RequestDeclined' })
  | { readonly type: 'DeliveryRevoked'; readonly at: Instant }
  | (Said & { readonly type: 'RevocationAcknowledged' });
