import { agencyEvents } from './codecs/agency.js';
import { type EventCodec, type Message } from './codecs/codec.js';
import { deliveryEvents } from './codecs/delivery.js';
import { documentEvents } from './codecs/document.js';
import { groupEvents } from './codecs/group.js';
import { memberEvents } from './codecs/member.js';
import { packetEvents } from './codecs/packet.js';
import { parkedEvents } from './codecs/parked.js';
import { systemEvents } from './codecs/system.js';
import { type Category } from './subjects.js';

export interface CatalogueEntry {
  /** The type on the wire, such as `vn.lienthong.documents.document-issued.v1`. */
  readonly type: string;
  readonly category: Category;
  /** `outside`: somebody did or said it; `policy`: our rules concluded it, and would again. */
  readonly origin: 'outside' | 'policy';
  /** Whether the same run with the same seed makes the same bytes again. */
  readonly reproducible: boolean;
}

type Traits = Pick<CatalogueEntry, 'origin' | 'reproducible'>;

const OUTSIDE: Traits = { origin: 'outside', reproducible: true };
const POLICY: Traits = { origin: 'policy', reproducible: true };
const OUTSIDE_BY_CHANCE: Traits = { origin: 'outside', reproducible: false };

const entries = <E extends Message>(
  codec: EventCodec<E>,
  traits: Readonly<Record<E['type'], Traits>>,
): readonly CatalogueEntry[] =>
  codec.names.map((name) => ({
    type: codec.typeOf(name),
    category: codec.category,
    ...traits[name],
  }));

/** Every event that is written today. */
export const catalogue: readonly CatalogueEntry[] = [
  ...entries(agencyEvents, {
    AgencyRegistered: OUTSIDE,
    AgencyCodeAssigned: OUTSIDE,
    AgencyRenamed: OUTSIDE,
    AgencyMoved: OUTSIDE,
    SuccessorsNamed: OUTSIDE,
    AgencyClosed: OUTSIDE,
  }),
  ...entries(groupEvents, { GroupDefined: OUTSIDE }),
  // Keys are random.
  ...entries(systemEvents, {
    SystemConnected: OUTSIDE,
    SystemKeyIssued: OUTSIDE_BY_CHANCE,
    SystemKeyRotated: OUTSIDE_BY_CHANCE,
    SystemKeyRevoked: OUTSIDE_BY_CHANCE,
  }),
  ...entries(documentEvents, {
    DocumentIssued: OUTSIDE,
    DocumentUpdated: OUTSIDE,
    DocumentRevoked: OUTSIDE,
    DocumentReplaced: POLICY,
  }),
  ...entries(deliveryEvents, {
    DeliveryRouted: POLICY,
    PaperDispatched: POLICY,
    DeliveryRerouted: POLICY,
    DeliveryParked: POLICY,
    DeliverySent: POLICY,
    StatusReported: OUTSIDE,
    StatusReportedLate: OUTSIDE,
    TakeBackRequested: OUTSIDE,
    UpdateRequested: POLICY,
    UpdateMissed: POLICY,
    RequestAgreed: OUTSIDE,
    RequestDeclined: OUTSIDE,
    DeliveryRevoked: POLICY,
    RevocationAcknowledged: OUTSIDE,
  }),
  ...entries(parkedEvents, { MessageParked: POLICY }),
  ...entries(packetEvents, { PacketAccepted: OUTSIDE, PacketAcknowledged: OUTSIDE }),
  ...entries(memberEvents, { MemberRegistered: OUTSIDE, MemberDeleted: OUTSIDE }),
];
