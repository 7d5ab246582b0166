import {
  type MemberCommand,
  type MemberEvent,
  type PacketCommand,
  type PacketEvent,
} from '@lienthong/axis';
import {
  type AgencyCommand,
  type AgencyEvent,
  type GroupCommand,
  type GroupEvent,
  type SystemCommand,
  type SystemEvent,
} from '@lienthong/directory';
import {
  type DeliveryCommand,
  type DeliveryEvent,
  type DocumentCommand,
  type DocumentEvent,
  type ParkedCommand,
  type ParkedEvent,
} from '@lienthong/documents';

/** Any event, with the kind of aggregate that it happened to. */
export type DomainEvent =
  | { readonly category: 'agency'; readonly event: AgencyEvent }
  | { readonly category: 'group'; readonly event: GroupEvent }
  | { readonly category: 'system'; readonly event: SystemEvent }
  | { readonly category: 'document'; readonly event: DocumentEvent }
  | { readonly category: 'delivery'; readonly event: DeliveryEvent }
  | { readonly category: 'parked'; readonly event: ParkedEvent }
  | { readonly category: 'packet'; readonly event: PacketEvent }
  | { readonly category: 'member'; readonly event: MemberEvent };

/** Any command, with the kind of aggregate that it is for. */
export type DomainCommand =
  | { readonly category: 'agency'; readonly command: AgencyCommand }
  | { readonly category: 'group'; readonly command: GroupCommand }
  | { readonly category: 'system'; readonly command: SystemCommand }
  | { readonly category: 'document'; readonly command: DocumentCommand }
  | { readonly category: 'delivery'; readonly command: DeliveryCommand }
  | { readonly category: 'parked'; readonly command: ParkedCommand }
  | { readonly category: 'packet'; readonly command: PacketCommand }
  | { readonly category: 'member'; readonly command: MemberCommand };
