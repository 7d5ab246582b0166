import {
  type MemberCommand,
  type MemberEvent,
  type PacketCommand,
  type PacketEvent,
} from '@lienthong/axis';
import {
  type AgencyCommand,
  type AgencyEvent,
  type SystemCommand,
  type SystemEvent,
} from '@lienthong/directory';
import {
  type DeliveryCommand,
  type DeliveryEvent,
  type DocumentCommand,
  type DocumentEvent,
  type Said,
} from '@lienthong/documents';
import { type DomainCommand, type DomainEvent } from './domain.js';

/**
 * The command that makes `event` again, over the state that it was decided on.
 *
 * Every event caused from outside has one. What our own policy concluded has none: policy concludes it again.
 */
export const commandOf = (domain: DomainEvent): DomainCommand | undefined => {
  const { category } = domain;
  switch (category) {
    case 'agency':
      return { category, command: agencyCommandOf(domain.event) };
    case 'group':
      return { category, command: { ...domain.event, type: 'DefineGroup' } };
    case 'system':
      return { category, command: systemCommandOf(domain.event) };
    case 'document': {
      const command = documentCommandOf(domain.event);
      return command && { category, command };
    }
    case 'delivery': {
      const command = deliveryCommandOf(domain.event);
      return command && { category, command };
    }
    case 'parked':
      return undefined;
    case 'packet':
      return { category, command: packetCommandOf(domain.event) };
    case 'member':
      return { category, command: memberCommandOf(domain.event) };
  }
};

const agencyCommandOf = (event: AgencyEvent): AgencyCommand => {
  switch (event.type) {
    case 'AgencyRegistered':
      return { ...event, type: 'RegisterAgency' };
    case 'AgencyCodeAssigned':
      return { ...event, type: 'AssignAgencyCode' };
    case 'AgencyRenamed':
      return { ...event, type: 'RenameAgency' };
    case 'AgencyMoved':
      return { ...event, type: 'MoveAgency' };
    case 'SuccessorsNamed':
      return { ...event, type: 'NameSuccessors' };
    case 'AgencyClosed':
      return { ...event, type: 'CloseAgency' };
  }
};

const systemCommandOf = (event: SystemEvent): SystemCommand => {
  switch (event.type) {
    case 'SystemConnected':
      return { ...event, type: 'ConnectSystem' };
    case 'SystemKeyIssued':
      return { ...event, type: 'IssueSystemKey' };
    case 'SystemKeyRotated':
      return { ...event, type: 'RotateSystemKey' };
    case 'SystemKeyRevoked':
      return { ...event, type: 'RevokeSystemKey' };
  }
};

const documentCommandOf = (event: DocumentEvent): DocumentCommand | undefined => {
  switch (event.type) {
    case 'DocumentIssued':
      return { ...event, type: 'IssueDocument' };
    case 'DocumentUpdated': {
      const { revision: _revision, ...update } = event;
      return { ...update, type: 'UpdateDocument' };
    }
    case 'DocumentRevoked':
      return { ...event, type: 'RevokeDocument' };
    case 'DocumentReplaced':
      return undefined;
  }
};

const deliveryCommandOf = (event: DeliveryEvent): DeliveryCommand | undefined => {
  switch (event.type) {
    case 'StatusReported':
    case 'StatusReportedLate':
      return { ...event, type: 'ReportStatus' };
    case 'TakeBackRequested':
      return { ...event, type: 'RequestTakeBack' };
    case 'RequestAgreed':
      return answerOf(event, true);
    case 'RequestDeclined':
      return answerOf(event, false);
    case 'RevocationAcknowledged':
      return answerOf(event, true);
    case 'DeliveryRouted':
    case 'PaperDispatched':
    case 'DeliveryRerouted':
    case 'DeliveryParked':
    case 'DeliverySent':
    case 'UpdateRequested':
    case 'UpdateMissed':
    case 'DeliveryRevoked':
      return undefined;
  }
};

const answerOf = (
  { description, personal, timestamp, at }: Said,
  agreed: boolean,
): DeliveryCommand => ({
  type: 'AnswerRequest',
  agreed,
  description,
  personal,
  timestamp,
  at,
});

const packetCommandOf = (event: PacketEvent): PacketCommand => {
  switch (event.type) {
    case 'PacketAccepted':
      return { ...event, type: 'AcceptPacket' };
    case 'PacketAcknowledged':
      return { ...event, type: 'AcknowledgePacket' };
  }
};

const memberCommandOf = (event: MemberEvent): MemberCommand => {
  switch (event.type) {
    case 'MemberRegistered':
      return { ...event, type: 'RegisterMember' };
    case 'MemberDeleted':
      return { ...event, type: 'DeleteMember' };
  }
};
