import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace lienthong. */
export namespace lienthong {

    /** Namespace axis. */
    namespace axis {

        /** Namespace v1. */
        namespace v1 {

            /** MessageType enum. */
            enum MessageType {

                /** MESSAGE_TYPE_UNSPECIFIED value */
                MESSAGE_TYPE_UNSPECIFIED = 0,

                /** MESSAGE_TYPE_EDOC value */
                MESSAGE_TYPE_EDOC = 1,

                /** MESSAGE_TYPE_STATUS value */
                MESSAGE_TYPE_STATUS = 2
            }

            /** TransportStatus enum. */
            enum TransportStatus {

                /** TRANSPORT_STATUS_UNSPECIFIED value */
                TRANSPORT_STATUS_UNSPECIFIED = 0,

                /** TRANSPORT_STATUS_PROCESSING value */
                TRANSPORT_STATUS_PROCESSING = 1,

                /** TRANSPORT_STATUS_DONE value */
                TRANSPORT_STATUS_DONE = 2,

                /** TRANSPORT_STATUS_FAIL value */
                TRANSPORT_STATUS_FAIL = 3
            }

            /**
             * Properties of a Receiver.
             * @deprecated Use lienthong.axis.v1.Receiver.$Properties instead.
             */
            interface IReceiver extends lienthong.axis.v1.Receiver.$Properties {
            }

            /** Represents a Receiver. */
            class Receiver {

                /**
                 * Constructs a new Receiver.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.axis.v1.Receiver.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Receiver system. */
                system: string;

                /** Receiver agencies. */
                agencies: string[];

                /**
                 * Encodes the specified Receiver message. Does not implicitly {@link lienthong.axis.v1.Receiver.verify|verify} messages.
                 * @param message Receiver message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.axis.v1.Receiver.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Receiver message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.axis.v1.Receiver & lienthong.axis.v1.Receiver.$Shape} Receiver
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.axis.v1.Receiver & lienthong.axis.v1.Receiver.$Shape;
            }

            namespace Receiver {

                /** Properties of a Receiver. */
                interface $Properties {

                    /** Receiver system */
                    system?: (string|null);

                    /** Receiver agencies */
                    agencies?: (string[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Receiver. */
                type $Shape = lienthong.axis.v1.Receiver.$Properties;
            }

            /**
             * Properties of a PacketAccepted.
             * @deprecated Use lienthong.axis.v1.PacketAccepted.$Properties instead.
             */
            interface IPacketAccepted extends lienthong.axis.v1.PacketAccepted.$Properties {
            }

            /** Represents a PacketAccepted. */
            class PacketAccepted {

                /**
                 * Constructs a new PacketAccepted.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.axis.v1.PacketAccepted.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PacketAccepted from. */
                from: string;

                /** PacketAccepted messageType. */
                messageType: lienthong.axis.v1.MessageType;

                /** PacketAccepted organId. */
                organId: string;

                /** PacketAccepted documentId. */
                documentId: string;

                /** PacketAccepted receivers. */
                receivers: lienthong.axis.v1.Receiver.$Properties[];

                /** PacketAccepted digest. */
                digest: string;

                /** PacketAccepted size. */
                size: number;

                /**
                 * Encodes the specified PacketAccepted message. Does not implicitly {@link lienthong.axis.v1.PacketAccepted.verify|verify} messages.
                 * @param message PacketAccepted message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.axis.v1.PacketAccepted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PacketAccepted message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.axis.v1.PacketAccepted & lienthong.axis.v1.PacketAccepted.$Shape} PacketAccepted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.axis.v1.PacketAccepted & lienthong.axis.v1.PacketAccepted.$Shape;
            }

            namespace PacketAccepted {

                /** Properties of a PacketAccepted. */
                interface $Properties {

                    /** PacketAccepted from */
                    from?: (string|null);

                    /** PacketAccepted messageType */
                    messageType?: (lienthong.axis.v1.MessageType|null);

                    /** PacketAccepted organId */
                    organId?: (string|null);

                    /** PacketAccepted documentId */
                    documentId?: (string|null);

                    /** PacketAccepted receivers */
                    receivers?: (lienthong.axis.v1.Receiver.$Properties[]|null);

                    /** PacketAccepted digest */
                    digest?: (string|null);

                    /** PacketAccepted size */
                    size?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PacketAccepted. */
                type $Shape = lienthong.axis.v1.PacketAccepted.$Properties;
            }

            /**
             * Properties of a PacketAcknowledged.
             * @deprecated Use lienthong.axis.v1.PacketAcknowledged.$Properties instead.
             */
            interface IPacketAcknowledged extends lienthong.axis.v1.PacketAcknowledged.$Properties {
            }

            /** Represents a PacketAcknowledged. */
            class PacketAcknowledged {

                /**
                 * Constructs a new PacketAcknowledged.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.axis.v1.PacketAcknowledged.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PacketAcknowledged receiver. */
                receiver: string;

                /** PacketAcknowledged status. */
                status: lienthong.axis.v1.TransportStatus;

                /**
                 * Encodes the specified PacketAcknowledged message. Does not implicitly {@link lienthong.axis.v1.PacketAcknowledged.verify|verify} messages.
                 * @param message PacketAcknowledged message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.axis.v1.PacketAcknowledged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PacketAcknowledged message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.axis.v1.PacketAcknowledged & lienthong.axis.v1.PacketAcknowledged.$Shape} PacketAcknowledged
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.axis.v1.PacketAcknowledged & lienthong.axis.v1.PacketAcknowledged.$Shape;
            }

            namespace PacketAcknowledged {

                /** Properties of a PacketAcknowledged. */
                interface $Properties {

                    /** PacketAcknowledged receiver */
                    receiver?: (string|null);

                    /** PacketAcknowledged status */
                    status?: (lienthong.axis.v1.TransportStatus|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PacketAcknowledged. */
                type $Shape = lienthong.axis.v1.PacketAcknowledged.$Properties;
            }

            /**
             * Properties of an AcceptPacket.
             * @deprecated Use lienthong.axis.v1.AcceptPacket.$Properties instead.
             */
            interface IAcceptPacket extends lienthong.axis.v1.AcceptPacket.$Properties {
            }

            /** Represents an AcceptPacket. */
            class AcceptPacket {

                /**
                 * Constructs a new AcceptPacket.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.axis.v1.AcceptPacket.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AcceptPacket from. */
                from: string;

                /** AcceptPacket messageType. */
                messageType: lienthong.axis.v1.MessageType;

                /** AcceptPacket organId. */
                organId: string;

                /** AcceptPacket documentId. */
                documentId: string;

                /** AcceptPacket receivers. */
                receivers: lienthong.axis.v1.Receiver.$Properties[];

                /** AcceptPacket digest. */
                digest: string;

                /** AcceptPacket size. */
                size: number;

                /**
                 * Encodes the specified AcceptPacket message. Does not implicitly {@link lienthong.axis.v1.AcceptPacket.verify|verify} messages.
                 * @param message AcceptPacket message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.axis.v1.AcceptPacket.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AcceptPacket message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.axis.v1.AcceptPacket & lienthong.axis.v1.AcceptPacket.$Shape} AcceptPacket
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.axis.v1.AcceptPacket & lienthong.axis.v1.AcceptPacket.$Shape;
            }

            namespace AcceptPacket {

                /** Properties of an AcceptPacket. */
                interface $Properties {

                    /** AcceptPacket from */
                    from?: (string|null);

                    /** AcceptPacket messageType */
                    messageType?: (lienthong.axis.v1.MessageType|null);

                    /** AcceptPacket organId */
                    organId?: (string|null);

                    /** AcceptPacket documentId */
                    documentId?: (string|null);

                    /** AcceptPacket receivers */
                    receivers?: (lienthong.axis.v1.Receiver.$Properties[]|null);

                    /** AcceptPacket digest */
                    digest?: (string|null);

                    /** AcceptPacket size */
                    size?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AcceptPacket. */
                type $Shape = lienthong.axis.v1.AcceptPacket.$Properties;
            }

            /**
             * Properties of an AcknowledgePacket.
             * @deprecated Use lienthong.axis.v1.AcknowledgePacket.$Properties instead.
             */
            interface IAcknowledgePacket extends lienthong.axis.v1.AcknowledgePacket.$Properties {
            }

            /** Represents an AcknowledgePacket. */
            class AcknowledgePacket {

                /**
                 * Constructs a new AcknowledgePacket.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.axis.v1.AcknowledgePacket.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AcknowledgePacket receiver. */
                receiver: string;

                /** AcknowledgePacket status. */
                status: lienthong.axis.v1.TransportStatus;

                /**
                 * Encodes the specified AcknowledgePacket message. Does not implicitly {@link lienthong.axis.v1.AcknowledgePacket.verify|verify} messages.
                 * @param message AcknowledgePacket message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.axis.v1.AcknowledgePacket.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AcknowledgePacket message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.axis.v1.AcknowledgePacket & lienthong.axis.v1.AcknowledgePacket.$Shape} AcknowledgePacket
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.axis.v1.AcknowledgePacket & lienthong.axis.v1.AcknowledgePacket.$Shape;
            }

            namespace AcknowledgePacket {

                /** Properties of an AcknowledgePacket. */
                interface $Properties {

                    /** AcknowledgePacket receiver */
                    receiver?: (string|null);

                    /** AcknowledgePacket status */
                    status?: (lienthong.axis.v1.TransportStatus|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AcknowledgePacket. */
                type $Shape = lienthong.axis.v1.AcknowledgePacket.$Properties;
            }

            /**
             * Properties of a MemberRegistered.
             * @deprecated Use lienthong.axis.v1.MemberRegistered.$Properties instead.
             */
            interface IMemberRegistered extends lienthong.axis.v1.MemberRegistered.$Properties {
            }

            /** Represents a MemberRegistered. */
            class MemberRegistered {

                /**
                 * Constructs a new MemberRegistered.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.axis.v1.MemberRegistered.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MemberRegistered code. */
                code: string;

                /** MemberRegistered code102. */
                code102: string;

                /** MemberRegistered name. */
                name: string;

                /** MemberRegistered level. */
                level: number;

                /** MemberRegistered system. */
                system: string;

                /**
                 * Encodes the specified MemberRegistered message. Does not implicitly {@link lienthong.axis.v1.MemberRegistered.verify|verify} messages.
                 * @param message MemberRegistered message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.axis.v1.MemberRegistered.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MemberRegistered message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.axis.v1.MemberRegistered & lienthong.axis.v1.MemberRegistered.$Shape} MemberRegistered
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.axis.v1.MemberRegistered & lienthong.axis.v1.MemberRegistered.$Shape;
            }

            namespace MemberRegistered {

                /** Properties of a MemberRegistered. */
                interface $Properties {

                    /** MemberRegistered code */
                    code?: (string|null);

                    /** MemberRegistered code102 */
                    code102?: (string|null);

                    /** MemberRegistered name */
                    name?: (string|null);

                    /** MemberRegistered level */
                    level?: (number|null);

                    /** MemberRegistered system */
                    system?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MemberRegistered. */
                type $Shape = lienthong.axis.v1.MemberRegistered.$Properties;
            }

            /**
             * Properties of a MemberDeleted.
             * @deprecated Use lienthong.axis.v1.MemberDeleted.$Properties instead.
             */
            interface IMemberDeleted extends lienthong.axis.v1.MemberDeleted.$Properties {
            }

            /** Represents a MemberDeleted. */
            class MemberDeleted {

                /**
                 * Constructs a new MemberDeleted.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.axis.v1.MemberDeleted.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MemberDeleted system. */
                system: string;

                /**
                 * Encodes the specified MemberDeleted message. Does not implicitly {@link lienthong.axis.v1.MemberDeleted.verify|verify} messages.
                 * @param message MemberDeleted message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.axis.v1.MemberDeleted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MemberDeleted message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.axis.v1.MemberDeleted & lienthong.axis.v1.MemberDeleted.$Shape} MemberDeleted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.axis.v1.MemberDeleted & lienthong.axis.v1.MemberDeleted.$Shape;
            }

            namespace MemberDeleted {

                /** Properties of a MemberDeleted. */
                interface $Properties {

                    /** MemberDeleted system */
                    system?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MemberDeleted. */
                type $Shape = lienthong.axis.v1.MemberDeleted.$Properties;
            }

            /**
             * Properties of a RegisterMember.
             * @deprecated Use lienthong.axis.v1.RegisterMember.$Properties instead.
             */
            interface IRegisterMember extends lienthong.axis.v1.RegisterMember.$Properties {
            }

            /** Represents a RegisterMember. */
            class RegisterMember {

                /**
                 * Constructs a new RegisterMember.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.axis.v1.RegisterMember.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RegisterMember code. */
                code: string;

                /** RegisterMember code102. */
                code102: string;

                /** RegisterMember name. */
                name: string;

                /** RegisterMember level. */
                level: number;

                /** RegisterMember system. */
                system: string;

                /**
                 * Encodes the specified RegisterMember message. Does not implicitly {@link lienthong.axis.v1.RegisterMember.verify|verify} messages.
                 * @param message RegisterMember message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.axis.v1.RegisterMember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RegisterMember message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.axis.v1.RegisterMember & lienthong.axis.v1.RegisterMember.$Shape} RegisterMember
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.axis.v1.RegisterMember & lienthong.axis.v1.RegisterMember.$Shape;
            }

            namespace RegisterMember {

                /** Properties of a RegisterMember. */
                interface $Properties {

                    /** RegisterMember code */
                    code?: (string|null);

                    /** RegisterMember code102 */
                    code102?: (string|null);

                    /** RegisterMember name */
                    name?: (string|null);

                    /** RegisterMember level */
                    level?: (number|null);

                    /** RegisterMember system */
                    system?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RegisterMember. */
                type $Shape = lienthong.axis.v1.RegisterMember.$Properties;
            }

            /**
             * Properties of a DeleteMember.
             * @deprecated Use lienthong.axis.v1.DeleteMember.$Properties instead.
             */
            interface IDeleteMember extends lienthong.axis.v1.DeleteMember.$Properties {
            }

            /** Represents a DeleteMember. */
            class DeleteMember {

                /**
                 * Constructs a new DeleteMember.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.axis.v1.DeleteMember.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DeleteMember system. */
                system: string;

                /**
                 * Encodes the specified DeleteMember message. Does not implicitly {@link lienthong.axis.v1.DeleteMember.verify|verify} messages.
                 * @param message DeleteMember message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.axis.v1.DeleteMember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DeleteMember message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.axis.v1.DeleteMember & lienthong.axis.v1.DeleteMember.$Shape} DeleteMember
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.axis.v1.DeleteMember & lienthong.axis.v1.DeleteMember.$Shape;
            }

            namespace DeleteMember {

                /** Properties of a DeleteMember. */
                interface $Properties {

                    /** DeleteMember system */
                    system?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DeleteMember. */
                type $Shape = lienthong.axis.v1.DeleteMember.$Properties;
            }
        }
    }

    /** Namespace directory. */
    namespace directory {

        /** Namespace v1. */
        namespace v1 {

            /** Level enum. */
            enum Level {

                /** LEVEL_UNSPECIFIED value */
                LEVEL_UNSPECIFIED = 0,

                /** LEVEL_CENTRAL value */
                LEVEL_CENTRAL = 1,

                /** LEVEL_PROVINCE value */
                LEVEL_PROVINCE = 2,

                /** LEVEL_DISTRICT value */
                LEVEL_DISTRICT = 3,

                /** LEVEL_COMMUNE value */
                LEVEL_COMMUNE = 4
            }

            /** Sector enum. */
            enum Sector {

                /** SECTOR_UNSPECIFIED value */
                SECTOR_UNSPECIFIED = 0,

                /** SECTOR_STATE value */
                SECTOR_STATE = 1,

                /** SECTOR_PARTY value */
                SECTOR_PARTY = 2,

                /** SECTOR_COUNCIL value */
                SECTOR_COUNCIL = 3,

                /** SECTOR_FRONT value */
                SECTOR_FRONT = 4,

                /** SECTOR_SERVICE_UNIT value */
                SECTOR_SERVICE_UNIT = 5,

                /** SECTOR_ENTERPRISE value */
                SECTOR_ENTERPRISE = 6
            }

            /** Realm enum. */
            enum Realm {

                /** REALM_UNSPECIFIED value */
                REALM_UNSPECIFIED = 0,

                /** REALM_INSIDE value */
                REALM_INSIDE = 1,

                /** REALM_OUTSIDE value */
                REALM_OUTSIDE = 2
            }

            /** CodeForm enum. */
            enum CodeForm {

                /** CODE_FORM_UNSPECIFIED value */
                CODE_FORM_UNSPECIFIED = 0,

                /** CODE_FORM_QCVN102 value */
                CODE_FORM_QCVN102 = 1,

                /** CODE_FORM_QD20 value */
                CODE_FORM_QD20 = 2
            }

            /**
             * Properties of an AgencyCode.
             * @deprecated Use lienthong.directory.v1.AgencyCode.$Properties instead.
             */
            interface IAgencyCode extends lienthong.directory.v1.AgencyCode.$Properties {
            }

            /** Represents an AgencyCode. */
            class AgencyCode {

                /**
                 * Constructs a new AgencyCode.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.AgencyCode.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AgencyCode code. */
                code: string;

                /** AgencyCode form. */
                form: lienthong.directory.v1.CodeForm;

                /** AgencyCode from. */
                from: string;

                /** AgencyCode to. */
                to: string;

                /**
                 * Encodes the specified AgencyCode message. Does not implicitly {@link lienthong.directory.v1.AgencyCode.verify|verify} messages.
                 * @param message AgencyCode message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.AgencyCode.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AgencyCode message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.AgencyCode & lienthong.directory.v1.AgencyCode.$Shape} AgencyCode
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.AgencyCode & lienthong.directory.v1.AgencyCode.$Shape;
            }

            namespace AgencyCode {

                /** Properties of an AgencyCode. */
                interface $Properties {

                    /** AgencyCode code */
                    code?: (string|null);

                    /** AgencyCode form */
                    form?: (lienthong.directory.v1.CodeForm|null);

                    /** AgencyCode from */
                    from?: (string|null);

                    /** AgencyCode to */
                    to?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AgencyCode. */
                type $Shape = lienthong.directory.v1.AgencyCode.$Properties;
            }

            /**
             * Properties of a Placement.
             * @deprecated Use lienthong.directory.v1.Placement.$Properties instead.
             */
            interface IPlacement extends lienthong.directory.v1.Placement.$Properties {
            }

            /** Represents a Placement. */
            class Placement {

                /**
                 * Constructs a new Placement.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.Placement.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Placement level. */
                level: lienthong.directory.v1.Level;

                /** Placement sector. */
                sector: lienthong.directory.v1.Sector;

                /** Placement parent. */
                parent: string;

                /**
                 * Encodes the specified Placement message. Does not implicitly {@link lienthong.directory.v1.Placement.verify|verify} messages.
                 * @param message Placement message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.Placement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Placement message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.Placement & lienthong.directory.v1.Placement.$Shape} Placement
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.Placement & lienthong.directory.v1.Placement.$Shape;
            }

            namespace Placement {

                /** Properties of a Placement. */
                interface $Properties {

                    /** Placement level */
                    level?: (lienthong.directory.v1.Level|null);

                    /** Placement sector */
                    sector?: (lienthong.directory.v1.Sector|null);

                    /** Placement parent */
                    parent?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Placement. */
                type $Shape = lienthong.directory.v1.Placement.$Properties;
            }

            /**
             * Properties of an AgencyRegistered.
             * @deprecated Use lienthong.directory.v1.AgencyRegistered.$Properties instead.
             */
            interface IAgencyRegistered extends lienthong.directory.v1.AgencyRegistered.$Properties {
            }

            /** Represents an AgencyRegistered. */
            class AgencyRegistered {

                /**
                 * Constructs a new AgencyRegistered.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.AgencyRegistered.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AgencyRegistered realm. */
                realm: lienthong.directory.v1.Realm;

                /** AgencyRegistered name. */
                name: string;

                /** AgencyRegistered placement. */
                placement?: (lienthong.directory.v1.Placement.$Properties|null);

                /** AgencyRegistered codes. */
                codes: lienthong.directory.v1.AgencyCode.$Properties[];

                /** AgencyRegistered from. */
                from: string;

                /**
                 * Encodes the specified AgencyRegistered message. Does not implicitly {@link lienthong.directory.v1.AgencyRegistered.verify|verify} messages.
                 * @param message AgencyRegistered message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.AgencyRegistered.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AgencyRegistered message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.AgencyRegistered & lienthong.directory.v1.AgencyRegistered.$Shape} AgencyRegistered
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.AgencyRegistered & lienthong.directory.v1.AgencyRegistered.$Shape;
            }

            namespace AgencyRegistered {

                /** Properties of an AgencyRegistered. */
                interface $Properties {

                    /** AgencyRegistered realm */
                    realm?: (lienthong.directory.v1.Realm|null);

                    /** AgencyRegistered name */
                    name?: (string|null);

                    /** AgencyRegistered placement */
                    placement?: (lienthong.directory.v1.Placement.$Properties|null);

                    /** AgencyRegistered codes */
                    codes?: (lienthong.directory.v1.AgencyCode.$Properties[]|null);

                    /** AgencyRegistered from */
                    from?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AgencyRegistered. */
                type $Shape = lienthong.directory.v1.AgencyRegistered.$Properties;
            }

            /**
             * Properties of an AgencyCodeAssigned.
             * @deprecated Use lienthong.directory.v1.AgencyCodeAssigned.$Properties instead.
             */
            interface IAgencyCodeAssigned extends lienthong.directory.v1.AgencyCodeAssigned.$Properties {
            }

            /** Represents an AgencyCodeAssigned. */
            class AgencyCodeAssigned {

                /**
                 * Constructs a new AgencyCodeAssigned.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.AgencyCodeAssigned.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AgencyCodeAssigned code. */
                code?: (lienthong.directory.v1.AgencyCode.$Properties|null);

                /**
                 * Encodes the specified AgencyCodeAssigned message. Does not implicitly {@link lienthong.directory.v1.AgencyCodeAssigned.verify|verify} messages.
                 * @param message AgencyCodeAssigned message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.AgencyCodeAssigned.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AgencyCodeAssigned message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.AgencyCodeAssigned & lienthong.directory.v1.AgencyCodeAssigned.$Shape} AgencyCodeAssigned
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.AgencyCodeAssigned & lienthong.directory.v1.AgencyCodeAssigned.$Shape;
            }

            namespace AgencyCodeAssigned {

                /** Properties of an AgencyCodeAssigned. */
                interface $Properties {

                    /** AgencyCodeAssigned code */
                    code?: (lienthong.directory.v1.AgencyCode.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AgencyCodeAssigned. */
                type $Shape = lienthong.directory.v1.AgencyCodeAssigned.$Properties;
            }

            /**
             * Properties of an AgencyRenamed.
             * @deprecated Use lienthong.directory.v1.AgencyRenamed.$Properties instead.
             */
            interface IAgencyRenamed extends lienthong.directory.v1.AgencyRenamed.$Properties {
            }

            /** Represents an AgencyRenamed. */
            class AgencyRenamed {

                /**
                 * Constructs a new AgencyRenamed.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.AgencyRenamed.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AgencyRenamed name. */
                name: string;

                /** AgencyRenamed from. */
                from: string;

                /**
                 * Encodes the specified AgencyRenamed message. Does not implicitly {@link lienthong.directory.v1.AgencyRenamed.verify|verify} messages.
                 * @param message AgencyRenamed message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.AgencyRenamed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AgencyRenamed message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.AgencyRenamed & lienthong.directory.v1.AgencyRenamed.$Shape} AgencyRenamed
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.AgencyRenamed & lienthong.directory.v1.AgencyRenamed.$Shape;
            }

            namespace AgencyRenamed {

                /** Properties of an AgencyRenamed. */
                interface $Properties {

                    /** AgencyRenamed name */
                    name?: (string|null);

                    /** AgencyRenamed from */
                    from?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AgencyRenamed. */
                type $Shape = lienthong.directory.v1.AgencyRenamed.$Properties;
            }

            /**
             * Properties of an AgencyMoved.
             * @deprecated Use lienthong.directory.v1.AgencyMoved.$Properties instead.
             */
            interface IAgencyMoved extends lienthong.directory.v1.AgencyMoved.$Properties {
            }

            /** Represents an AgencyMoved. */
            class AgencyMoved {

                /**
                 * Constructs a new AgencyMoved.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.AgencyMoved.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AgencyMoved placement. */
                placement?: (lienthong.directory.v1.Placement.$Properties|null);

                /** AgencyMoved from. */
                from: string;

                /**
                 * Encodes the specified AgencyMoved message. Does not implicitly {@link lienthong.directory.v1.AgencyMoved.verify|verify} messages.
                 * @param message AgencyMoved message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.AgencyMoved.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AgencyMoved message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.AgencyMoved & lienthong.directory.v1.AgencyMoved.$Shape} AgencyMoved
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.AgencyMoved & lienthong.directory.v1.AgencyMoved.$Shape;
            }

            namespace AgencyMoved {

                /** Properties of an AgencyMoved. */
                interface $Properties {

                    /** AgencyMoved placement */
                    placement?: (lienthong.directory.v1.Placement.$Properties|null);

                    /** AgencyMoved from */
                    from?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AgencyMoved. */
                type $Shape = lienthong.directory.v1.AgencyMoved.$Properties;
            }

            /**
             * Properties of an AgencyClosed.
             * @deprecated Use lienthong.directory.v1.AgencyClosed.$Properties instead.
             */
            interface IAgencyClosed extends lienthong.directory.v1.AgencyClosed.$Properties {
            }

            /** Represents an AgencyClosed. */
            class AgencyClosed {

                /**
                 * Constructs a new AgencyClosed.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.AgencyClosed.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AgencyClosed on. */
                on: string;

                /**
                 * Encodes the specified AgencyClosed message. Does not implicitly {@link lienthong.directory.v1.AgencyClosed.verify|verify} messages.
                 * @param message AgencyClosed message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.AgencyClosed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AgencyClosed message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.AgencyClosed & lienthong.directory.v1.AgencyClosed.$Shape} AgencyClosed
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.AgencyClosed & lienthong.directory.v1.AgencyClosed.$Shape;
            }

            namespace AgencyClosed {

                /** Properties of an AgencyClosed. */
                interface $Properties {

                    /** AgencyClosed on */
                    on?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AgencyClosed. */
                type $Shape = lienthong.directory.v1.AgencyClosed.$Properties;
            }

            /**
             * Properties of a Succession.
             * @deprecated Use lienthong.directory.v1.Succession.$Properties instead.
             */
            interface ISuccession extends lienthong.directory.v1.Succession.$Properties {
            }

            /** Represents a Succession. */
            class Succession {

                /**
                 * Constructs a new Succession.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.Succession.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Succession successor. */
                successor: string;

                /** Succession territory. */
                territory: string;

                /** Succession field. */
                field: string;

                /** Succession isDefault. */
                isDefault: boolean;

                /** Succession source. */
                source: string;

                /**
                 * Encodes the specified Succession message. Does not implicitly {@link lienthong.directory.v1.Succession.verify|verify} messages.
                 * @param message Succession message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.Succession.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Succession message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.Succession & lienthong.directory.v1.Succession.$Shape} Succession
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.Succession & lienthong.directory.v1.Succession.$Shape;
            }

            namespace Succession {

                /** Properties of a Succession. */
                interface $Properties {

                    /** Succession successor */
                    successor?: (string|null);

                    /** Succession territory */
                    territory?: (string|null);

                    /** Succession field */
                    field?: (string|null);

                    /** Succession isDefault */
                    isDefault?: (boolean|null);

                    /** Succession source */
                    source?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Succession. */
                type $Shape = lienthong.directory.v1.Succession.$Properties;
            }

            /**
             * Properties of a SuccessorsNamed.
             * @deprecated Use lienthong.directory.v1.SuccessorsNamed.$Properties instead.
             */
            interface ISuccessorsNamed extends lienthong.directory.v1.SuccessorsNamed.$Properties {
            }

            /** Represents a SuccessorsNamed. */
            class SuccessorsNamed {

                /**
                 * Constructs a new SuccessorsNamed.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.SuccessorsNamed.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SuccessorsNamed successors. */
                successors: lienthong.directory.v1.Succession.$Properties[];

                /** SuccessorsNamed from. */
                from: string;

                /**
                 * Encodes the specified SuccessorsNamed message. Does not implicitly {@link lienthong.directory.v1.SuccessorsNamed.verify|verify} messages.
                 * @param message SuccessorsNamed message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.SuccessorsNamed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SuccessorsNamed message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.SuccessorsNamed & lienthong.directory.v1.SuccessorsNamed.$Shape} SuccessorsNamed
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.SuccessorsNamed & lienthong.directory.v1.SuccessorsNamed.$Shape;
            }

            namespace SuccessorsNamed {

                /** Properties of a SuccessorsNamed. */
                interface $Properties {

                    /** SuccessorsNamed successors */
                    successors?: (lienthong.directory.v1.Succession.$Properties[]|null);

                    /** SuccessorsNamed from */
                    from?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SuccessorsNamed. */
                type $Shape = lienthong.directory.v1.SuccessorsNamed.$Properties;
            }

            /**
             * Properties of a RegisterAgency.
             * @deprecated Use lienthong.directory.v1.RegisterAgency.$Properties instead.
             */
            interface IRegisterAgency extends lienthong.directory.v1.RegisterAgency.$Properties {
            }

            /** Represents a RegisterAgency. */
            class RegisterAgency {

                /**
                 * Constructs a new RegisterAgency.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.RegisterAgency.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RegisterAgency realm. */
                realm: lienthong.directory.v1.Realm;

                /** RegisterAgency name. */
                name: string;

                /** RegisterAgency placement. */
                placement?: (lienthong.directory.v1.Placement.$Properties|null);

                /** RegisterAgency codes. */
                codes: lienthong.directory.v1.AgencyCode.$Properties[];

                /** RegisterAgency from. */
                from: string;

                /**
                 * Encodes the specified RegisterAgency message. Does not implicitly {@link lienthong.directory.v1.RegisterAgency.verify|verify} messages.
                 * @param message RegisterAgency message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.RegisterAgency.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RegisterAgency message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.RegisterAgency & lienthong.directory.v1.RegisterAgency.$Shape} RegisterAgency
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.RegisterAgency & lienthong.directory.v1.RegisterAgency.$Shape;
            }

            namespace RegisterAgency {

                /** Properties of a RegisterAgency. */
                interface $Properties {

                    /** RegisterAgency realm */
                    realm?: (lienthong.directory.v1.Realm|null);

                    /** RegisterAgency name */
                    name?: (string|null);

                    /** RegisterAgency placement */
                    placement?: (lienthong.directory.v1.Placement.$Properties|null);

                    /** RegisterAgency codes */
                    codes?: (lienthong.directory.v1.AgencyCode.$Properties[]|null);

                    /** RegisterAgency from */
                    from?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RegisterAgency. */
                type $Shape = lienthong.directory.v1.RegisterAgency.$Properties;
            }

            /**
             * Properties of an AssignAgencyCode.
             * @deprecated Use lienthong.directory.v1.AssignAgencyCode.$Properties instead.
             */
            interface IAssignAgencyCode extends lienthong.directory.v1.AssignAgencyCode.$Properties {
            }

            /** Represents an AssignAgencyCode. */
            class AssignAgencyCode {

                /**
                 * Constructs a new AssignAgencyCode.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.AssignAgencyCode.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AssignAgencyCode code. */
                code?: (lienthong.directory.v1.AgencyCode.$Properties|null);

                /**
                 * Encodes the specified AssignAgencyCode message. Does not implicitly {@link lienthong.directory.v1.AssignAgencyCode.verify|verify} messages.
                 * @param message AssignAgencyCode message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.AssignAgencyCode.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AssignAgencyCode message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.AssignAgencyCode & lienthong.directory.v1.AssignAgencyCode.$Shape} AssignAgencyCode
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.AssignAgencyCode & lienthong.directory.v1.AssignAgencyCode.$Shape;
            }

            namespace AssignAgencyCode {

                /** Properties of an AssignAgencyCode. */
                interface $Properties {

                    /** AssignAgencyCode code */
                    code?: (lienthong.directory.v1.AgencyCode.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AssignAgencyCode. */
                type $Shape = lienthong.directory.v1.AssignAgencyCode.$Properties;
            }

            /**
             * Properties of a RenameAgency.
             * @deprecated Use lienthong.directory.v1.RenameAgency.$Properties instead.
             */
            interface IRenameAgency extends lienthong.directory.v1.RenameAgency.$Properties {
            }

            /** Represents a RenameAgency. */
            class RenameAgency {

                /**
                 * Constructs a new RenameAgency.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.RenameAgency.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RenameAgency name. */
                name: string;

                /** RenameAgency from. */
                from: string;

                /**
                 * Encodes the specified RenameAgency message. Does not implicitly {@link lienthong.directory.v1.RenameAgency.verify|verify} messages.
                 * @param message RenameAgency message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.RenameAgency.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RenameAgency message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.RenameAgency & lienthong.directory.v1.RenameAgency.$Shape} RenameAgency
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.RenameAgency & lienthong.directory.v1.RenameAgency.$Shape;
            }

            namespace RenameAgency {

                /** Properties of a RenameAgency. */
                interface $Properties {

                    /** RenameAgency name */
                    name?: (string|null);

                    /** RenameAgency from */
                    from?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RenameAgency. */
                type $Shape = lienthong.directory.v1.RenameAgency.$Properties;
            }

            /**
             * Properties of a MoveAgency.
             * @deprecated Use lienthong.directory.v1.MoveAgency.$Properties instead.
             */
            interface IMoveAgency extends lienthong.directory.v1.MoveAgency.$Properties {
            }

            /** Represents a MoveAgency. */
            class MoveAgency {

                /**
                 * Constructs a new MoveAgency.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.MoveAgency.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MoveAgency placement. */
                placement?: (lienthong.directory.v1.Placement.$Properties|null);

                /** MoveAgency from. */
                from: string;

                /**
                 * Encodes the specified MoveAgency message. Does not implicitly {@link lienthong.directory.v1.MoveAgency.verify|verify} messages.
                 * @param message MoveAgency message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.MoveAgency.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MoveAgency message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.MoveAgency & lienthong.directory.v1.MoveAgency.$Shape} MoveAgency
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.MoveAgency & lienthong.directory.v1.MoveAgency.$Shape;
            }

            namespace MoveAgency {

                /** Properties of a MoveAgency. */
                interface $Properties {

                    /** MoveAgency placement */
                    placement?: (lienthong.directory.v1.Placement.$Properties|null);

                    /** MoveAgency from */
                    from?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MoveAgency. */
                type $Shape = lienthong.directory.v1.MoveAgency.$Properties;
            }

            /**
             * Properties of a CloseAgency.
             * @deprecated Use lienthong.directory.v1.CloseAgency.$Properties instead.
             */
            interface ICloseAgency extends lienthong.directory.v1.CloseAgency.$Properties {
            }

            /** Represents a CloseAgency. */
            class CloseAgency {

                /**
                 * Constructs a new CloseAgency.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.CloseAgency.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CloseAgency on. */
                on: string;

                /**
                 * Encodes the specified CloseAgency message. Does not implicitly {@link lienthong.directory.v1.CloseAgency.verify|verify} messages.
                 * @param message CloseAgency message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.CloseAgency.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CloseAgency message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.CloseAgency & lienthong.directory.v1.CloseAgency.$Shape} CloseAgency
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.CloseAgency & lienthong.directory.v1.CloseAgency.$Shape;
            }

            namespace CloseAgency {

                /** Properties of a CloseAgency. */
                interface $Properties {

                    /** CloseAgency on */
                    on?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CloseAgency. */
                type $Shape = lienthong.directory.v1.CloseAgency.$Properties;
            }

            /**
             * Properties of a NameSuccessors.
             * @deprecated Use lienthong.directory.v1.NameSuccessors.$Properties instead.
             */
            interface INameSuccessors extends lienthong.directory.v1.NameSuccessors.$Properties {
            }

            /** Represents a NameSuccessors. */
            class NameSuccessors {

                /**
                 * Constructs a new NameSuccessors.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.NameSuccessors.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** NameSuccessors successors. */
                successors: lienthong.directory.v1.Succession.$Properties[];

                /** NameSuccessors from. */
                from: string;

                /**
                 * Encodes the specified NameSuccessors message. Does not implicitly {@link lienthong.directory.v1.NameSuccessors.verify|verify} messages.
                 * @param message NameSuccessors message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.NameSuccessors.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a NameSuccessors message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.NameSuccessors & lienthong.directory.v1.NameSuccessors.$Shape} NameSuccessors
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.NameSuccessors & lienthong.directory.v1.NameSuccessors.$Shape;
            }

            namespace NameSuccessors {

                /** Properties of a NameSuccessors. */
                interface $Properties {

                    /** NameSuccessors successors */
                    successors?: (lienthong.directory.v1.Succession.$Properties[]|null);

                    /** NameSuccessors from */
                    from?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a NameSuccessors. */
                type $Shape = lienthong.directory.v1.NameSuccessors.$Properties;
            }

            /**
             * Properties of a GroupDefined.
             * @deprecated Use lienthong.directory.v1.GroupDefined.$Properties instead.
             */
            interface IGroupDefined extends lienthong.directory.v1.GroupDefined.$Properties {
            }

            /** Represents a GroupDefined. */
            class GroupDefined {

                /**
                 * Constructs a new GroupDefined.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.GroupDefined.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GroupDefined name. */
                name: string;

                /** GroupDefined members. */
                members: string[];

                /** GroupDefined from. */
                from: string;

                /**
                 * Encodes the specified GroupDefined message. Does not implicitly {@link lienthong.directory.v1.GroupDefined.verify|verify} messages.
                 * @param message GroupDefined message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.GroupDefined.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GroupDefined message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.GroupDefined & lienthong.directory.v1.GroupDefined.$Shape} GroupDefined
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.GroupDefined & lienthong.directory.v1.GroupDefined.$Shape;
            }

            namespace GroupDefined {

                /** Properties of a GroupDefined. */
                interface $Properties {

                    /** GroupDefined name */
                    name?: (string|null);

                    /** GroupDefined members */
                    members?: (string[]|null);

                    /** GroupDefined from */
                    from?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GroupDefined. */
                type $Shape = lienthong.directory.v1.GroupDefined.$Properties;
            }

            /**
             * Properties of a DefineGroup.
             * @deprecated Use lienthong.directory.v1.DefineGroup.$Properties instead.
             */
            interface IDefineGroup extends lienthong.directory.v1.DefineGroup.$Properties {
            }

            /** Represents a DefineGroup. */
            class DefineGroup {

                /**
                 * Constructs a new DefineGroup.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.DefineGroup.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DefineGroup name. */
                name: string;

                /** DefineGroup members. */
                members: string[];

                /** DefineGroup from. */
                from: string;

                /**
                 * Encodes the specified DefineGroup message. Does not implicitly {@link lienthong.directory.v1.DefineGroup.verify|verify} messages.
                 * @param message DefineGroup message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.DefineGroup.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DefineGroup message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.DefineGroup & lienthong.directory.v1.DefineGroup.$Shape} DefineGroup
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.DefineGroup & lienthong.directory.v1.DefineGroup.$Shape;
            }

            namespace DefineGroup {

                /** Properties of a DefineGroup. */
                interface $Properties {

                    /** DefineGroup name */
                    name?: (string|null);

                    /** DefineGroup members */
                    members?: (string[]|null);

                    /** DefineGroup from */
                    from?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DefineGroup. */
                type $Shape = lienthong.directory.v1.DefineGroup.$Properties;
            }

            /** SystemKind enum. */
            enum SystemKind {

                /** SYSTEM_KIND_UNSPECIFIED value */
                SYSTEM_KIND_UNSPECIFIED = 0,

                /** SYSTEM_KIND_EOFFICE value */
                SYSTEM_KIND_EOFFICE = 1,

                /** SYSTEM_KIND_ONE_STOP value */
                SYSTEM_KIND_ONE_STOP = 2,

                /** SYSTEM_KIND_PORTAL value */
                SYSTEM_KIND_PORTAL = 3,

                /** SYSTEM_KIND_GATEWAY value */
                SYSTEM_KIND_GATEWAY = 4,

                /** SYSTEM_KIND_KIT value */
                SYSTEM_KIND_KIT = 5
            }

            /**
             * Properties of a SystemConnected.
             * @deprecated Use lienthong.directory.v1.SystemConnected.$Properties instead.
             */
            interface ISystemConnected extends lienthong.directory.v1.SystemConnected.$Properties {
            }

            /** Represents a SystemConnected. */
            class SystemConnected {

                /**
                 * Constructs a new SystemConnected.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.SystemConnected.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SystemConnected kind. */
                kind: lienthong.directory.v1.SystemKind;

                /** SystemConnected name. */
                name: string;

                /** SystemConnected agencies. */
                agencies: string[];

                /**
                 * Encodes the specified SystemConnected message. Does not implicitly {@link lienthong.directory.v1.SystemConnected.verify|verify} messages.
                 * @param message SystemConnected message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.SystemConnected.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SystemConnected message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.SystemConnected & lienthong.directory.v1.SystemConnected.$Shape} SystemConnected
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.SystemConnected & lienthong.directory.v1.SystemConnected.$Shape;
            }

            namespace SystemConnected {

                /** Properties of a SystemConnected. */
                interface $Properties {

                    /** SystemConnected kind */
                    kind?: (lienthong.directory.v1.SystemKind|null);

                    /** SystemConnected name */
                    name?: (string|null);

                    /** SystemConnected agencies */
                    agencies?: (string[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SystemConnected. */
                type $Shape = lienthong.directory.v1.SystemConnected.$Properties;
            }

            /**
             * Properties of a RequestMark.
             * @deprecated Use lienthong.directory.v1.RequestMark.$Properties instead.
             */
            interface IRequestMark extends lienthong.directory.v1.RequestMark.$Properties {
            }

            /** Represents a RequestMark. */
            class RequestMark {

                /**
                 * Constructs a new RequestMark.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.RequestMark.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RequestMark id. */
                id: string;

                /** RequestMark inputDigest. */
                inputDigest: string;

                /**
                 * Encodes the specified RequestMark message. Does not implicitly {@link lienthong.directory.v1.RequestMark.verify|verify} messages.
                 * @param message RequestMark message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.RequestMark.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RequestMark message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.RequestMark & lienthong.directory.v1.RequestMark.$Shape} RequestMark
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.RequestMark & lienthong.directory.v1.RequestMark.$Shape;
            }

            namespace RequestMark {

                /** Properties of a RequestMark. */
                interface $Properties {

                    /** RequestMark id */
                    id?: (string|null);

                    /** RequestMark inputDigest */
                    inputDigest?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RequestMark. */
                type $Shape = lienthong.directory.v1.RequestMark.$Properties;
            }

            /**
             * Properties of a SystemKeyIssued.
             * @deprecated Use lienthong.directory.v1.SystemKeyIssued.$Properties instead.
             */
            interface ISystemKeyIssued extends lienthong.directory.v1.SystemKeyIssued.$Properties {
            }

            /** Represents a SystemKeyIssued. */
            class SystemKeyIssued {

                /**
                 * Constructs a new SystemKeyIssued.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.SystemKeyIssued.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SystemKeyIssued keyDigest. */
                keyDigest: string;

                /** SystemKeyIssued validUntil. */
                validUntil?: (number|null);

                /** SystemKeyIssued request. */
                request?: (lienthong.directory.v1.RequestMark.$Properties|null);

                /**
                 * Encodes the specified SystemKeyIssued message. Does not implicitly {@link lienthong.directory.v1.SystemKeyIssued.verify|verify} messages.
                 * @param message SystemKeyIssued message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.SystemKeyIssued.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SystemKeyIssued message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.SystemKeyIssued & lienthong.directory.v1.SystemKeyIssued.$Shape} SystemKeyIssued
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.SystemKeyIssued & lienthong.directory.v1.SystemKeyIssued.$Shape;
            }

            namespace SystemKeyIssued {

                /** Properties of a SystemKeyIssued. */
                interface $Properties {

                    /** SystemKeyIssued keyDigest */
                    keyDigest?: (string|null);

                    /** SystemKeyIssued validUntil */
                    validUntil?: (number|null);

                    /** SystemKeyIssued request */
                    request?: (lienthong.directory.v1.RequestMark.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SystemKeyIssued. */
                type $Shape = lienthong.directory.v1.SystemKeyIssued.$Properties;
            }

            /**
             * Properties of a SystemKeyRotated.
             * @deprecated Use lienthong.directory.v1.SystemKeyRotated.$Properties instead.
             */
            interface ISystemKeyRotated extends lienthong.directory.v1.SystemKeyRotated.$Properties {
            }

            /** Represents a SystemKeyRotated. */
            class SystemKeyRotated {

                /**
                 * Constructs a new SystemKeyRotated.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.SystemKeyRotated.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SystemKeyRotated keyDigest. */
                keyDigest: string;

                /** SystemKeyRotated validUntil. */
                validUntil?: (number|null);

                /** SystemKeyRotated request. */
                request?: (lienthong.directory.v1.RequestMark.$Properties|null);

                /** SystemKeyRotated replaced. */
                replaced: string;

                /** SystemKeyRotated replacedUntil. */
                replacedUntil: number;

                /**
                 * Encodes the specified SystemKeyRotated message. Does not implicitly {@link lienthong.directory.v1.SystemKeyRotated.verify|verify} messages.
                 * @param message SystemKeyRotated message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.SystemKeyRotated.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SystemKeyRotated message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.SystemKeyRotated & lienthong.directory.v1.SystemKeyRotated.$Shape} SystemKeyRotated
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.SystemKeyRotated & lienthong.directory.v1.SystemKeyRotated.$Shape;
            }

            namespace SystemKeyRotated {

                /** Properties of a SystemKeyRotated. */
                interface $Properties {

                    /** SystemKeyRotated keyDigest */
                    keyDigest?: (string|null);

                    /** SystemKeyRotated validUntil */
                    validUntil?: (number|null);

                    /** SystemKeyRotated request */
                    request?: (lienthong.directory.v1.RequestMark.$Properties|null);

                    /** SystemKeyRotated replaced */
                    replaced?: (string|null);

                    /** SystemKeyRotated replacedUntil */
                    replacedUntil?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SystemKeyRotated. */
                type $Shape = lienthong.directory.v1.SystemKeyRotated.$Properties;
            }

            /**
             * Properties of a SystemKeyRevoked.
             * @deprecated Use lienthong.directory.v1.SystemKeyRevoked.$Properties instead.
             */
            interface ISystemKeyRevoked extends lienthong.directory.v1.SystemKeyRevoked.$Properties {
            }

            /** Represents a SystemKeyRevoked. */
            class SystemKeyRevoked {

                /**
                 * Constructs a new SystemKeyRevoked.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.SystemKeyRevoked.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SystemKeyRevoked keyDigest. */
                keyDigest: string;

                /**
                 * Encodes the specified SystemKeyRevoked message. Does not implicitly {@link lienthong.directory.v1.SystemKeyRevoked.verify|verify} messages.
                 * @param message SystemKeyRevoked message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.SystemKeyRevoked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SystemKeyRevoked message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.SystemKeyRevoked & lienthong.directory.v1.SystemKeyRevoked.$Shape} SystemKeyRevoked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.SystemKeyRevoked & lienthong.directory.v1.SystemKeyRevoked.$Shape;
            }

            namespace SystemKeyRevoked {

                /** Properties of a SystemKeyRevoked. */
                interface $Properties {

                    /** SystemKeyRevoked keyDigest */
                    keyDigest?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SystemKeyRevoked. */
                type $Shape = lienthong.directory.v1.SystemKeyRevoked.$Properties;
            }

            /**
             * Properties of a ConnectSystem.
             * @deprecated Use lienthong.directory.v1.ConnectSystem.$Properties instead.
             */
            interface IConnectSystem extends lienthong.directory.v1.ConnectSystem.$Properties {
            }

            /** Represents a ConnectSystem. */
            class ConnectSystem {

                /**
                 * Constructs a new ConnectSystem.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.ConnectSystem.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ConnectSystem kind. */
                kind: lienthong.directory.v1.SystemKind;

                /** ConnectSystem name. */
                name: string;

                /** ConnectSystem agencies. */
                agencies: string[];

                /**
                 * Encodes the specified ConnectSystem message. Does not implicitly {@link lienthong.directory.v1.ConnectSystem.verify|verify} messages.
                 * @param message ConnectSystem message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.ConnectSystem.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ConnectSystem message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.ConnectSystem & lienthong.directory.v1.ConnectSystem.$Shape} ConnectSystem
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.ConnectSystem & lienthong.directory.v1.ConnectSystem.$Shape;
            }

            namespace ConnectSystem {

                /** Properties of a ConnectSystem. */
                interface $Properties {

                    /** ConnectSystem kind */
                    kind?: (lienthong.directory.v1.SystemKind|null);

                    /** ConnectSystem name */
                    name?: (string|null);

                    /** ConnectSystem agencies */
                    agencies?: (string[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ConnectSystem. */
                type $Shape = lienthong.directory.v1.ConnectSystem.$Properties;
            }

            /**
             * Properties of an IssueSystemKey.
             * @deprecated Use lienthong.directory.v1.IssueSystemKey.$Properties instead.
             */
            interface IIssueSystemKey extends lienthong.directory.v1.IssueSystemKey.$Properties {
            }

            /** Represents an IssueSystemKey. */
            class IssueSystemKey {

                /**
                 * Constructs a new IssueSystemKey.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.IssueSystemKey.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** IssueSystemKey keyDigest. */
                keyDigest: string;

                /** IssueSystemKey validUntil. */
                validUntil?: (number|null);

                /** IssueSystemKey request. */
                request?: (lienthong.directory.v1.RequestMark.$Properties|null);

                /**
                 * Encodes the specified IssueSystemKey message. Does not implicitly {@link lienthong.directory.v1.IssueSystemKey.verify|verify} messages.
                 * @param message IssueSystemKey message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.IssueSystemKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an IssueSystemKey message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.IssueSystemKey & lienthong.directory.v1.IssueSystemKey.$Shape} IssueSystemKey
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.IssueSystemKey & lienthong.directory.v1.IssueSystemKey.$Shape;
            }

            namespace IssueSystemKey {

                /** Properties of an IssueSystemKey. */
                interface $Properties {

                    /** IssueSystemKey keyDigest */
                    keyDigest?: (string|null);

                    /** IssueSystemKey validUntil */
                    validUntil?: (number|null);

                    /** IssueSystemKey request */
                    request?: (lienthong.directory.v1.RequestMark.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an IssueSystemKey. */
                type $Shape = lienthong.directory.v1.IssueSystemKey.$Properties;
            }

            /**
             * Properties of a RotateSystemKey.
             * @deprecated Use lienthong.directory.v1.RotateSystemKey.$Properties instead.
             */
            interface IRotateSystemKey extends lienthong.directory.v1.RotateSystemKey.$Properties {
            }

            /** Represents a RotateSystemKey. */
            class RotateSystemKey {

                /**
                 * Constructs a new RotateSystemKey.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.RotateSystemKey.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RotateSystemKey keyDigest. */
                keyDigest: string;

                /** RotateSystemKey validUntil. */
                validUntil?: (number|null);

                /** RotateSystemKey request. */
                request?: (lienthong.directory.v1.RequestMark.$Properties|null);

                /** RotateSystemKey replaced. */
                replaced: string;

                /** RotateSystemKey replacedUntil. */
                replacedUntil: number;

                /**
                 * Encodes the specified RotateSystemKey message. Does not implicitly {@link lienthong.directory.v1.RotateSystemKey.verify|verify} messages.
                 * @param message RotateSystemKey message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.RotateSystemKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RotateSystemKey message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.RotateSystemKey & lienthong.directory.v1.RotateSystemKey.$Shape} RotateSystemKey
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.RotateSystemKey & lienthong.directory.v1.RotateSystemKey.$Shape;
            }

            namespace RotateSystemKey {

                /** Properties of a RotateSystemKey. */
                interface $Properties {

                    /** RotateSystemKey keyDigest */
                    keyDigest?: (string|null);

                    /** RotateSystemKey validUntil */
                    validUntil?: (number|null);

                    /** RotateSystemKey request */
                    request?: (lienthong.directory.v1.RequestMark.$Properties|null);

                    /** RotateSystemKey replaced */
                    replaced?: (string|null);

                    /** RotateSystemKey replacedUntil */
                    replacedUntil?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RotateSystemKey. */
                type $Shape = lienthong.directory.v1.RotateSystemKey.$Properties;
            }

            /**
             * Properties of a RevokeSystemKey.
             * @deprecated Use lienthong.directory.v1.RevokeSystemKey.$Properties instead.
             */
            interface IRevokeSystemKey extends lienthong.directory.v1.RevokeSystemKey.$Properties {
            }

            /** Represents a RevokeSystemKey. */
            class RevokeSystemKey {

                /**
                 * Constructs a new RevokeSystemKey.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.directory.v1.RevokeSystemKey.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RevokeSystemKey keyDigest. */
                keyDigest: string;

                /**
                 * Encodes the specified RevokeSystemKey message. Does not implicitly {@link lienthong.directory.v1.RevokeSystemKey.verify|verify} messages.
                 * @param message RevokeSystemKey message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.directory.v1.RevokeSystemKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RevokeSystemKey message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.directory.v1.RevokeSystemKey & lienthong.directory.v1.RevokeSystemKey.$Shape} RevokeSystemKey
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.directory.v1.RevokeSystemKey & lienthong.directory.v1.RevokeSystemKey.$Shape;
            }

            namespace RevokeSystemKey {

                /** Properties of a RevokeSystemKey. */
                interface $Properties {

                    /** RevokeSystemKey keyDigest */
                    keyDigest?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RevokeSystemKey. */
                type $Shape = lienthong.directory.v1.RevokeSystemKey.$Properties;
            }
        }
    }

    /** Namespace documents. */
    namespace documents {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a DeliveryRouted.
             * @deprecated Use lienthong.documents.v1.DeliveryRouted.$Properties instead.
             */
            interface IDeliveryRouted extends lienthong.documents.v1.DeliveryRouted.$Properties {
            }

            /** Represents a DeliveryRouted. */
            class DeliveryRouted {

                /**
                 * Constructs a new DeliveryRouted.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.DeliveryRouted.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DeliveryRouted document. */
                document: string;

                /** DeliveryRouted sender. */
                sender: string;

                /** DeliveryRouted recipient. */
                recipient: string;

                /** DeliveryRouted via. */
                via: lienthong.documents.v1.Via;

                /** DeliveryRouted channel. */
                channel: lienthong.documents.v1.Channel;

                /** DeliveryRouted revision. */
                revision: number;

                /**
                 * Encodes the specified DeliveryRouted message. Does not implicitly {@link lienthong.documents.v1.DeliveryRouted.verify|verify} messages.
                 * @param message DeliveryRouted message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.DeliveryRouted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DeliveryRouted message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.DeliveryRouted & lienthong.documents.v1.DeliveryRouted.$Shape} DeliveryRouted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.DeliveryRouted & lienthong.documents.v1.DeliveryRouted.$Shape;
            }

            namespace DeliveryRouted {

                /** Properties of a DeliveryRouted. */
                interface $Properties {

                    /** DeliveryRouted document */
                    document?: (string|null);

                    /** DeliveryRouted sender */
                    sender?: (string|null);

                    /** DeliveryRouted recipient */
                    recipient?: (string|null);

                    /** DeliveryRouted via */
                    via?: (lienthong.documents.v1.Via|null);

                    /** DeliveryRouted channel */
                    channel?: (lienthong.documents.v1.Channel|null);

                    /** DeliveryRouted revision */
                    revision?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DeliveryRouted. */
                type $Shape = lienthong.documents.v1.DeliveryRouted.$Properties;
            }

            /**
             * Properties of a PaperDispatched.
             * @deprecated Use lienthong.documents.v1.PaperDispatched.$Properties instead.
             */
            interface IPaperDispatched extends lienthong.documents.v1.PaperDispatched.$Properties {
            }

            /** Represents a PaperDispatched. */
            class PaperDispatched {

                /**
                 * Constructs a new PaperDispatched.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.PaperDispatched.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PaperDispatched document. */
                document: string;

                /** PaperDispatched sender. */
                sender: string;

                /** PaperDispatched recipient. */
                recipient: string;

                /**
                 * Encodes the specified PaperDispatched message. Does not implicitly {@link lienthong.documents.v1.PaperDispatched.verify|verify} messages.
                 * @param message PaperDispatched message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.PaperDispatched.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PaperDispatched message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.PaperDispatched & lienthong.documents.v1.PaperDispatched.$Shape} PaperDispatched
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.PaperDispatched & lienthong.documents.v1.PaperDispatched.$Shape;
            }

            namespace PaperDispatched {

                /** Properties of a PaperDispatched. */
                interface $Properties {

                    /** PaperDispatched document */
                    document?: (string|null);

                    /** PaperDispatched sender */
                    sender?: (string|null);

                    /** PaperDispatched recipient */
                    recipient?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PaperDispatched. */
                type $Shape = lienthong.documents.v1.PaperDispatched.$Properties;
            }

            /**
             * Properties of a DeliverySent.
             * @deprecated Use lienthong.documents.v1.DeliverySent.$Properties instead.
             */
            interface IDeliverySent extends lienthong.documents.v1.DeliverySent.$Properties {
            }

            /** Represents a DeliverySent. */
            class DeliverySent {

                /**
                 * Constructs a new DeliverySent.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.DeliverySent.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified DeliverySent message. Does not implicitly {@link lienthong.documents.v1.DeliverySent.verify|verify} messages.
                 * @param message DeliverySent message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.DeliverySent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DeliverySent message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.DeliverySent & lienthong.documents.v1.DeliverySent.$Shape} DeliverySent
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.DeliverySent & lienthong.documents.v1.DeliverySent.$Shape;
            }

            namespace DeliverySent {

                /** Properties of a DeliverySent. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DeliverySent. */
                type $Shape = lienthong.documents.v1.DeliverySent.$Properties;
            }

            /**
             * Properties of a StatusReported.
             * @deprecated Use lienthong.documents.v1.StatusReported.$Properties instead.
             */
            interface IStatusReported extends lienthong.documents.v1.StatusReported.$Properties {
            }

            /** Represents a StatusReported. */
            class StatusReported {

                /**
                 * Constructs a new StatusReported.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.StatusReported.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** StatusReported code. */
                code: string;

                /** StatusReported description. */
                description: string;

                /** StatusReported personal. */
                personal: Uint8Array;

                /** StatusReported timestamp. */
                timestamp?: (number|null);

                /**
                 * Encodes the specified StatusReported message. Does not implicitly {@link lienthong.documents.v1.StatusReported.verify|verify} messages.
                 * @param message StatusReported message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.StatusReported.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a StatusReported message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.StatusReported & lienthong.documents.v1.StatusReported.$Shape} StatusReported
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.StatusReported & lienthong.documents.v1.StatusReported.$Shape;
            }

            namespace StatusReported {

                /** Properties of a StatusReported. */
                interface $Properties {

                    /** StatusReported code */
                    code?: (string|null);

                    /** StatusReported description */
                    description?: (string|null);

                    /** StatusReported personal */
                    personal?: (Uint8Array|null);

                    /** StatusReported timestamp */
                    timestamp?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a StatusReported. */
                type $Shape = lienthong.documents.v1.StatusReported.$Properties;
            }

            /**
             * Properties of a StatusReportedLate.
             * @deprecated Use lienthong.documents.v1.StatusReportedLate.$Properties instead.
             */
            interface IStatusReportedLate extends lienthong.documents.v1.StatusReportedLate.$Properties {
            }

            /** Represents a StatusReportedLate. */
            class StatusReportedLate {

                /**
                 * Constructs a new StatusReportedLate.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.StatusReportedLate.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** StatusReportedLate code. */
                code: string;

                /** StatusReportedLate description. */
                description: string;

                /** StatusReportedLate personal. */
                personal: Uint8Array;

                /** StatusReportedLate timestamp. */
                timestamp?: (number|null);

                /**
                 * Encodes the specified StatusReportedLate message. Does not implicitly {@link lienthong.documents.v1.StatusReportedLate.verify|verify} messages.
                 * @param message StatusReportedLate message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.StatusReportedLate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a StatusReportedLate message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.StatusReportedLate & lienthong.documents.v1.StatusReportedLate.$Shape} StatusReportedLate
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.StatusReportedLate & lienthong.documents.v1.StatusReportedLate.$Shape;
            }

            namespace StatusReportedLate {

                /** Properties of a StatusReportedLate. */
                interface $Properties {

                    /** StatusReportedLate code */
                    code?: (string|null);

                    /** StatusReportedLate description */
                    description?: (string|null);

                    /** StatusReportedLate personal */
                    personal?: (Uint8Array|null);

                    /** StatusReportedLate timestamp */
                    timestamp?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a StatusReportedLate. */
                type $Shape = lienthong.documents.v1.StatusReportedLate.$Properties;
            }

            /**
             * Properties of a RouteDelivery.
             * @deprecated Use lienthong.documents.v1.RouteDelivery.$Properties instead.
             */
            interface IRouteDelivery extends lienthong.documents.v1.RouteDelivery.$Properties {
            }

            /** Represents a RouteDelivery. */
            class RouteDelivery {

                /**
                 * Constructs a new RouteDelivery.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.RouteDelivery.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RouteDelivery document. */
                document: string;

                /** RouteDelivery sender. */
                sender: string;

                /** RouteDelivery recipient. */
                recipient: string;

                /** RouteDelivery via. */
                via: lienthong.documents.v1.Via;

                /** RouteDelivery channel. */
                channel: lienthong.documents.v1.Channel;

                /** RouteDelivery revision. */
                revision: number;

                /**
                 * Encodes the specified RouteDelivery message. Does not implicitly {@link lienthong.documents.v1.RouteDelivery.verify|verify} messages.
                 * @param message RouteDelivery message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.RouteDelivery.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RouteDelivery message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.RouteDelivery & lienthong.documents.v1.RouteDelivery.$Shape} RouteDelivery
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.RouteDelivery & lienthong.documents.v1.RouteDelivery.$Shape;
            }

            namespace RouteDelivery {

                /** Properties of a RouteDelivery. */
                interface $Properties {

                    /** RouteDelivery document */
                    document?: (string|null);

                    /** RouteDelivery sender */
                    sender?: (string|null);

                    /** RouteDelivery recipient */
                    recipient?: (string|null);

                    /** RouteDelivery via */
                    via?: (lienthong.documents.v1.Via|null);

                    /** RouteDelivery channel */
                    channel?: (lienthong.documents.v1.Channel|null);

                    /** RouteDelivery revision */
                    revision?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RouteDelivery. */
                type $Shape = lienthong.documents.v1.RouteDelivery.$Properties;
            }

            /**
             * Properties of a ConfirmSent.
             * @deprecated Use lienthong.documents.v1.ConfirmSent.$Properties instead.
             */
            interface IConfirmSent extends lienthong.documents.v1.ConfirmSent.$Properties {
            }

            /** Represents a ConfirmSent. */
            class ConfirmSent {

                /**
                 * Constructs a new ConfirmSent.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.ConfirmSent.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified ConfirmSent message. Does not implicitly {@link lienthong.documents.v1.ConfirmSent.verify|verify} messages.
                 * @param message ConfirmSent message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.ConfirmSent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ConfirmSent message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.ConfirmSent & lienthong.documents.v1.ConfirmSent.$Shape} ConfirmSent
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.ConfirmSent & lienthong.documents.v1.ConfirmSent.$Shape;
            }

            namespace ConfirmSent {

                /** Properties of a ConfirmSent. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ConfirmSent. */
                type $Shape = lienthong.documents.v1.ConfirmSent.$Properties;
            }

            /**
             * Properties of a ReportStatus.
             * @deprecated Use lienthong.documents.v1.ReportStatus.$Properties instead.
             */
            interface IReportStatus extends lienthong.documents.v1.ReportStatus.$Properties {
            }

            /** Represents a ReportStatus. */
            class ReportStatus {

                /**
                 * Constructs a new ReportStatus.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.ReportStatus.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReportStatus code. */
                code: string;

                /** ReportStatus description. */
                description: string;

                /** ReportStatus personal. */
                personal: Uint8Array;

                /** ReportStatus timestamp. */
                timestamp?: (number|null);

                /**
                 * Encodes the specified ReportStatus message. Does not implicitly {@link lienthong.documents.v1.ReportStatus.verify|verify} messages.
                 * @param message ReportStatus message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.ReportStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReportStatus message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.ReportStatus & lienthong.documents.v1.ReportStatus.$Shape} ReportStatus
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.ReportStatus & lienthong.documents.v1.ReportStatus.$Shape;
            }

            namespace ReportStatus {

                /** Properties of a ReportStatus. */
                interface $Properties {

                    /** ReportStatus code */
                    code?: (string|null);

                    /** ReportStatus description */
                    description?: (string|null);

                    /** ReportStatus personal */
                    personal?: (Uint8Array|null);

                    /** ReportStatus timestamp */
                    timestamp?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReportStatus. */
                type $Shape = lienthong.documents.v1.ReportStatus.$Properties;
            }

            /** RequestKind enum. */
            enum RequestKind {

                /** REQUEST_KIND_UNSPECIFIED value */
                REQUEST_KIND_UNSPECIFIED = 0,

                /** REQUEST_KIND_TAKE_BACK value */
                REQUEST_KIND_TAKE_BACK = 1,

                /** REQUEST_KIND_UPDATE value */
                REQUEST_KIND_UPDATE = 2
            }

            /**
             * Properties of a DeliveryRerouted.
             * @deprecated Use lienthong.documents.v1.DeliveryRerouted.$Properties instead.
             */
            interface IDeliveryRerouted extends lienthong.documents.v1.DeliveryRerouted.$Properties {
            }

            /** Represents a DeliveryRerouted. */
            class DeliveryRerouted {

                /**
                 * Constructs a new DeliveryRerouted.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.DeliveryRerouted.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DeliveryRerouted document. */
                document: string;

                /** DeliveryRerouted sender. */
                sender: string;

                /** DeliveryRerouted recipient. */
                recipient: string;

                /** DeliveryRerouted successor. */
                successor: string;

                /** DeliveryRerouted source. */
                source: string;

                /**
                 * Encodes the specified DeliveryRerouted message. Does not implicitly {@link lienthong.documents.v1.DeliveryRerouted.verify|verify} messages.
                 * @param message DeliveryRerouted message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.DeliveryRerouted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DeliveryRerouted message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.DeliveryRerouted & lienthong.documents.v1.DeliveryRerouted.$Shape} DeliveryRerouted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.DeliveryRerouted & lienthong.documents.v1.DeliveryRerouted.$Shape;
            }

            namespace DeliveryRerouted {

                /** Properties of a DeliveryRerouted. */
                interface $Properties {

                    /** DeliveryRerouted document */
                    document?: (string|null);

                    /** DeliveryRerouted sender */
                    sender?: (string|null);

                    /** DeliveryRerouted recipient */
                    recipient?: (string|null);

                    /** DeliveryRerouted successor */
                    successor?: (string|null);

                    /** DeliveryRerouted source */
                    source?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DeliveryRerouted. */
                type $Shape = lienthong.documents.v1.DeliveryRerouted.$Properties;
            }

            /**
             * Properties of a DeliveryParked.
             * @deprecated Use lienthong.documents.v1.DeliveryParked.$Properties instead.
             */
            interface IDeliveryParked extends lienthong.documents.v1.DeliveryParked.$Properties {
            }

            /** Represents a DeliveryParked. */
            class DeliveryParked {

                /**
                 * Constructs a new DeliveryParked.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.DeliveryParked.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DeliveryParked document. */
                document: string;

                /** DeliveryParked sender. */
                sender: string;

                /** DeliveryParked recipient. */
                recipient: string;

                /** DeliveryParked problem. */
                problem: string;

                /**
                 * Encodes the specified DeliveryParked message. Does not implicitly {@link lienthong.documents.v1.DeliveryParked.verify|verify} messages.
                 * @param message DeliveryParked message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.DeliveryParked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DeliveryParked message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.DeliveryParked & lienthong.documents.v1.DeliveryParked.$Shape} DeliveryParked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.DeliveryParked & lienthong.documents.v1.DeliveryParked.$Shape;
            }

            namespace DeliveryParked {

                /** Properties of a DeliveryParked. */
                interface $Properties {

                    /** DeliveryParked document */
                    document?: (string|null);

                    /** DeliveryParked sender */
                    sender?: (string|null);

                    /** DeliveryParked recipient */
                    recipient?: (string|null);

                    /** DeliveryParked problem */
                    problem?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DeliveryParked. */
                type $Shape = lienthong.documents.v1.DeliveryParked.$Properties;
            }

            /**
             * Properties of a TakeBackRequested.
             * @deprecated Use lienthong.documents.v1.TakeBackRequested.$Properties instead.
             */
            interface ITakeBackRequested extends lienthong.documents.v1.TakeBackRequested.$Properties {
            }

            /** Represents a TakeBackRequested. */
            class TakeBackRequested {

                /**
                 * Constructs a new TakeBackRequested.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.TakeBackRequested.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TakeBackRequested description. */
                description: string;

                /** TakeBackRequested personal. */
                personal: Uint8Array;

                /** TakeBackRequested timestamp. */
                timestamp?: (number|null);

                /**
                 * Encodes the specified TakeBackRequested message. Does not implicitly {@link lienthong.documents.v1.TakeBackRequested.verify|verify} messages.
                 * @param message TakeBackRequested message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.TakeBackRequested.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TakeBackRequested message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.TakeBackRequested & lienthong.documents.v1.TakeBackRequested.$Shape} TakeBackRequested
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.TakeBackRequested & lienthong.documents.v1.TakeBackRequested.$Shape;
            }

            namespace TakeBackRequested {

                /** Properties of a TakeBackRequested. */
                interface $Properties {

                    /** TakeBackRequested description */
                    description?: (string|null);

                    /** TakeBackRequested personal */
                    personal?: (Uint8Array|null);

                    /** TakeBackRequested timestamp */
                    timestamp?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TakeBackRequested. */
                type $Shape = lienthong.documents.v1.TakeBackRequested.$Properties;
            }

            /**
             * Properties of an UpdateRequested.
             * @deprecated Use lienthong.documents.v1.UpdateRequested.$Properties instead.
             */
            interface IUpdateRequested extends lienthong.documents.v1.UpdateRequested.$Properties {
            }

            /** Represents an UpdateRequested. */
            class UpdateRequested {

                /**
                 * Constructs a new UpdateRequested.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.UpdateRequested.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** UpdateRequested revision. */
                revision: number;

                /**
                 * Encodes the specified UpdateRequested message. Does not implicitly {@link lienthong.documents.v1.UpdateRequested.verify|verify} messages.
                 * @param message UpdateRequested message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.UpdateRequested.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an UpdateRequested message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.UpdateRequested & lienthong.documents.v1.UpdateRequested.$Shape} UpdateRequested
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.UpdateRequested & lienthong.documents.v1.UpdateRequested.$Shape;
            }

            namespace UpdateRequested {

                /** Properties of an UpdateRequested. */
                interface $Properties {

                    /** UpdateRequested revision */
                    revision?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an UpdateRequested. */
                type $Shape = lienthong.documents.v1.UpdateRequested.$Properties;
            }

            /**
             * Properties of an UpdateMissed.
             * @deprecated Use lienthong.documents.v1.UpdateMissed.$Properties instead.
             */
            interface IUpdateMissed extends lienthong.documents.v1.UpdateMissed.$Properties {
            }

            /** Represents an UpdateMissed. */
            class UpdateMissed {

                /**
                 * Constructs a new UpdateMissed.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.UpdateMissed.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** UpdateMissed revision. */
                revision: number;

                /**
                 * Encodes the specified UpdateMissed message. Does not implicitly {@link lienthong.documents.v1.UpdateMissed.verify|verify} messages.
                 * @param message UpdateMissed message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.UpdateMissed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an UpdateMissed message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.UpdateMissed & lienthong.documents.v1.UpdateMissed.$Shape} UpdateMissed
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.UpdateMissed & lienthong.documents.v1.UpdateMissed.$Shape;
            }

            namespace UpdateMissed {

                /** Properties of an UpdateMissed. */
                interface $Properties {

                    /** UpdateMissed revision */
                    revision?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an UpdateMissed. */
                type $Shape = lienthong.documents.v1.UpdateMissed.$Properties;
            }

            /**
             * Properties of a RequestAgreed.
             * @deprecated Use lienthong.documents.v1.RequestAgreed.$Properties instead.
             */
            interface IRequestAgreed extends lienthong.documents.v1.RequestAgreed.$Properties {
            }

            /** Represents a RequestAgreed. */
            class RequestAgreed {

                /**
                 * Constructs a new RequestAgreed.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.RequestAgreed.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RequestAgreed description. */
                description: string;

                /** RequestAgreed personal. */
                personal: Uint8Array;

                /** RequestAgreed timestamp. */
                timestamp?: (number|null);

                /** RequestAgreed request. */
                request: lienthong.documents.v1.RequestKind;

                /**
                 * Encodes the specified RequestAgreed message. Does not implicitly {@link lienthong.documents.v1.RequestAgreed.verify|verify} messages.
                 * @param message RequestAgreed message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.RequestAgreed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RequestAgreed message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.RequestAgreed & lienthong.documents.v1.RequestAgreed.$Shape} RequestAgreed
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.RequestAgreed & lienthong.documents.v1.RequestAgreed.$Shape;
            }

            namespace RequestAgreed {

                /** Properties of a RequestAgreed. */
                interface $Properties {

                    /** RequestAgreed description */
                    description?: (string|null);

                    /** RequestAgreed personal */
                    personal?: (Uint8Array|null);

                    /** RequestAgreed timestamp */
                    timestamp?: (number|null);

                    /** RequestAgreed request */
                    request?: (lienthong.documents.v1.RequestKind|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RequestAgreed. */
                type $Shape = lienthong.documents.v1.RequestAgreed.$Properties;
            }

            /**
             * Properties of a RequestDeclined.
             * @deprecated Use lienthong.documents.v1.RequestDeclined.$Properties instead.
             */
            interface IRequestDeclined extends lienthong.documents.v1.RequestDeclined.$Properties {
            }

            /** Represents a RequestDeclined. */
            class RequestDeclined {

                /**
                 * Constructs a new RequestDeclined.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.RequestDeclined.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RequestDeclined description. */
                description: string;

                /** RequestDeclined personal. */
                personal: Uint8Array;

                /** RequestDeclined timestamp. */
                timestamp?: (number|null);

                /** RequestDeclined request. */
                request: lienthong.documents.v1.RequestKind;

                /**
                 * Encodes the specified RequestDeclined message. Does not implicitly {@link lienthong.documents.v1.RequestDeclined.verify|verify} messages.
                 * @param message RequestDeclined message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.RequestDeclined.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RequestDeclined message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.RequestDeclined & lienthong.documents.v1.RequestDeclined.$Shape} RequestDeclined
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.RequestDeclined & lienthong.documents.v1.RequestDeclined.$Shape;
            }

            namespace RequestDeclined {

                /** Properties of a RequestDeclined. */
                interface $Properties {

                    /** RequestDeclined description */
                    description?: (string|null);

                    /** RequestDeclined personal */
                    personal?: (Uint8Array|null);

                    /** RequestDeclined timestamp */
                    timestamp?: (number|null);

                    /** RequestDeclined request */
                    request?: (lienthong.documents.v1.RequestKind|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RequestDeclined. */
                type $Shape = lienthong.documents.v1.RequestDeclined.$Properties;
            }

            /**
             * Properties of a DeliveryRevoked.
             * @deprecated Use lienthong.documents.v1.DeliveryRevoked.$Properties instead.
             */
            interface IDeliveryRevoked extends lienthong.documents.v1.DeliveryRevoked.$Properties {
            }

            /** Represents a DeliveryRevoked. */
            class DeliveryRevoked {

                /**
                 * Constructs a new DeliveryRevoked.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.DeliveryRevoked.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified DeliveryRevoked message. Does not implicitly {@link lienthong.documents.v1.DeliveryRevoked.verify|verify} messages.
                 * @param message DeliveryRevoked message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.DeliveryRevoked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DeliveryRevoked message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.DeliveryRevoked & lienthong.documents.v1.DeliveryRevoked.$Shape} DeliveryRevoked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.DeliveryRevoked & lienthong.documents.v1.DeliveryRevoked.$Shape;
            }

            namespace DeliveryRevoked {

                /** Properties of a DeliveryRevoked. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DeliveryRevoked. */
                type $Shape = lienthong.documents.v1.DeliveryRevoked.$Properties;
            }

            /**
             * Properties of a RevocationAcknowledged.
             * @deprecated Use lienthong.documents.v1.RevocationAcknowledged.$Properties instead.
             */
            interface IRevocationAcknowledged extends lienthong.documents.v1.RevocationAcknowledged.$Properties {
            }

            /** Represents a RevocationAcknowledged. */
            class RevocationAcknowledged {

                /**
                 * Constructs a new RevocationAcknowledged.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.RevocationAcknowledged.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RevocationAcknowledged description. */
                description: string;

                /** RevocationAcknowledged personal. */
                personal: Uint8Array;

                /** RevocationAcknowledged timestamp. */
                timestamp?: (number|null);

                /**
                 * Encodes the specified RevocationAcknowledged message. Does not implicitly {@link lienthong.documents.v1.RevocationAcknowledged.verify|verify} messages.
                 * @param message RevocationAcknowledged message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.RevocationAcknowledged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RevocationAcknowledged message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.RevocationAcknowledged & lienthong.documents.v1.RevocationAcknowledged.$Shape} RevocationAcknowledged
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.RevocationAcknowledged & lienthong.documents.v1.RevocationAcknowledged.$Shape;
            }

            namespace RevocationAcknowledged {

                /** Properties of a RevocationAcknowledged. */
                interface $Properties {

                    /** RevocationAcknowledged description */
                    description?: (string|null);

                    /** RevocationAcknowledged personal */
                    personal?: (Uint8Array|null);

                    /** RevocationAcknowledged timestamp */
                    timestamp?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RevocationAcknowledged. */
                type $Shape = lienthong.documents.v1.RevocationAcknowledged.$Properties;
            }

            /**
             * Properties of a RerouteDelivery.
             * @deprecated Use lienthong.documents.v1.RerouteDelivery.$Properties instead.
             */
            interface IRerouteDelivery extends lienthong.documents.v1.RerouteDelivery.$Properties {
            }

            /** Represents a RerouteDelivery. */
            class RerouteDelivery {

                /**
                 * Constructs a new RerouteDelivery.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.RerouteDelivery.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RerouteDelivery document. */
                document: string;

                /** RerouteDelivery sender. */
                sender: string;

                /** RerouteDelivery recipient. */
                recipient: string;

                /** RerouteDelivery successor. */
                successor: string;

                /** RerouteDelivery source. */
                source: string;

                /**
                 * Encodes the specified RerouteDelivery message. Does not implicitly {@link lienthong.documents.v1.RerouteDelivery.verify|verify} messages.
                 * @param message RerouteDelivery message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.RerouteDelivery.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RerouteDelivery message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.RerouteDelivery & lienthong.documents.v1.RerouteDelivery.$Shape} RerouteDelivery
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.RerouteDelivery & lienthong.documents.v1.RerouteDelivery.$Shape;
            }

            namespace RerouteDelivery {

                /** Properties of a RerouteDelivery. */
                interface $Properties {

                    /** RerouteDelivery document */
                    document?: (string|null);

                    /** RerouteDelivery sender */
                    sender?: (string|null);

                    /** RerouteDelivery recipient */
                    recipient?: (string|null);

                    /** RerouteDelivery successor */
                    successor?: (string|null);

                    /** RerouteDelivery source */
                    source?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RerouteDelivery. */
                type $Shape = lienthong.documents.v1.RerouteDelivery.$Properties;
            }

            /**
             * Properties of a ParkDelivery.
             * @deprecated Use lienthong.documents.v1.ParkDelivery.$Properties instead.
             */
            interface IParkDelivery extends lienthong.documents.v1.ParkDelivery.$Properties {
            }

            /** Represents a ParkDelivery. */
            class ParkDelivery {

                /**
                 * Constructs a new ParkDelivery.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.ParkDelivery.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ParkDelivery document. */
                document: string;

                /** ParkDelivery sender. */
                sender: string;

                /** ParkDelivery recipient. */
                recipient: string;

                /** ParkDelivery problem. */
                problem: string;

                /**
                 * Encodes the specified ParkDelivery message. Does not implicitly {@link lienthong.documents.v1.ParkDelivery.verify|verify} messages.
                 * @param message ParkDelivery message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.ParkDelivery.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ParkDelivery message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.ParkDelivery & lienthong.documents.v1.ParkDelivery.$Shape} ParkDelivery
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.ParkDelivery & lienthong.documents.v1.ParkDelivery.$Shape;
            }

            namespace ParkDelivery {

                /** Properties of a ParkDelivery. */
                interface $Properties {

                    /** ParkDelivery document */
                    document?: (string|null);

                    /** ParkDelivery sender */
                    sender?: (string|null);

                    /** ParkDelivery recipient */
                    recipient?: (string|null);

                    /** ParkDelivery problem */
                    problem?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ParkDelivery. */
                type $Shape = lienthong.documents.v1.ParkDelivery.$Properties;
            }

            /**
             * Properties of a RequestTakeBack.
             * @deprecated Use lienthong.documents.v1.RequestTakeBack.$Properties instead.
             */
            interface IRequestTakeBack extends lienthong.documents.v1.RequestTakeBack.$Properties {
            }

            /** Represents a RequestTakeBack. */
            class RequestTakeBack {

                /**
                 * Constructs a new RequestTakeBack.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.RequestTakeBack.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RequestTakeBack description. */
                description: string;

                /** RequestTakeBack personal. */
                personal: Uint8Array;

                /** RequestTakeBack timestamp. */
                timestamp?: (number|null);

                /**
                 * Encodes the specified RequestTakeBack message. Does not implicitly {@link lienthong.documents.v1.RequestTakeBack.verify|verify} messages.
                 * @param message RequestTakeBack message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.RequestTakeBack.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RequestTakeBack message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.RequestTakeBack & lienthong.documents.v1.RequestTakeBack.$Shape} RequestTakeBack
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.RequestTakeBack & lienthong.documents.v1.RequestTakeBack.$Shape;
            }

            namespace RequestTakeBack {

                /** Properties of a RequestTakeBack. */
                interface $Properties {

                    /** RequestTakeBack description */
                    description?: (string|null);

                    /** RequestTakeBack personal */
                    personal?: (Uint8Array|null);

                    /** RequestTakeBack timestamp */
                    timestamp?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RequestTakeBack. */
                type $Shape = lienthong.documents.v1.RequestTakeBack.$Properties;
            }

            /**
             * Properties of an OfferUpdate.
             * @deprecated Use lienthong.documents.v1.OfferUpdate.$Properties instead.
             */
            interface IOfferUpdate extends lienthong.documents.v1.OfferUpdate.$Properties {
            }

            /** Represents an OfferUpdate. */
            class OfferUpdate {

                /**
                 * Constructs a new OfferUpdate.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.OfferUpdate.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** OfferUpdate revision. */
                revision: number;

                /**
                 * Encodes the specified OfferUpdate message. Does not implicitly {@link lienthong.documents.v1.OfferUpdate.verify|verify} messages.
                 * @param message OfferUpdate message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.OfferUpdate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an OfferUpdate message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.OfferUpdate & lienthong.documents.v1.OfferUpdate.$Shape} OfferUpdate
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.OfferUpdate & lienthong.documents.v1.OfferUpdate.$Shape;
            }

            namespace OfferUpdate {

                /** Properties of an OfferUpdate. */
                interface $Properties {

                    /** OfferUpdate revision */
                    revision?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an OfferUpdate. */
                type $Shape = lienthong.documents.v1.OfferUpdate.$Properties;
            }

            /**
             * Properties of an AnswerRequest.
             * @deprecated Use lienthong.documents.v1.AnswerRequest.$Properties instead.
             */
            interface IAnswerRequest extends lienthong.documents.v1.AnswerRequest.$Properties {
            }

            /** Represents an AnswerRequest. */
            class AnswerRequest {

                /**
                 * Constructs a new AnswerRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.AnswerRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AnswerRequest description. */
                description: string;

                /** AnswerRequest personal. */
                personal: Uint8Array;

                /** AnswerRequest timestamp. */
                timestamp?: (number|null);

                /** AnswerRequest agreed. */
                agreed: boolean;

                /**
                 * Encodes the specified AnswerRequest message. Does not implicitly {@link lienthong.documents.v1.AnswerRequest.verify|verify} messages.
                 * @param message AnswerRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.AnswerRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AnswerRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.AnswerRequest & lienthong.documents.v1.AnswerRequest.$Shape} AnswerRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.AnswerRequest & lienthong.documents.v1.AnswerRequest.$Shape;
            }

            namespace AnswerRequest {

                /** Properties of an AnswerRequest. */
                interface $Properties {

                    /** AnswerRequest description */
                    description?: (string|null);

                    /** AnswerRequest personal */
                    personal?: (Uint8Array|null);

                    /** AnswerRequest timestamp */
                    timestamp?: (number|null);

                    /** AnswerRequest agreed */
                    agreed?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AnswerRequest. */
                type $Shape = lienthong.documents.v1.AnswerRequest.$Properties;
            }

            /**
             * Properties of a RevokeDelivery.
             * @deprecated Use lienthong.documents.v1.RevokeDelivery.$Properties instead.
             */
            interface IRevokeDelivery extends lienthong.documents.v1.RevokeDelivery.$Properties {
            }

            /** Represents a RevokeDelivery. */
            class RevokeDelivery {

                /**
                 * Constructs a new RevokeDelivery.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.RevokeDelivery.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified RevokeDelivery message. Does not implicitly {@link lienthong.documents.v1.RevokeDelivery.verify|verify} messages.
                 * @param message RevokeDelivery message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.RevokeDelivery.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RevokeDelivery message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.RevokeDelivery & lienthong.documents.v1.RevokeDelivery.$Shape} RevokeDelivery
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.RevokeDelivery & lienthong.documents.v1.RevokeDelivery.$Shape;
            }

            namespace RevokeDelivery {

                /** Properties of a RevokeDelivery. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RevokeDelivery. */
                type $Shape = lienthong.documents.v1.RevokeDelivery.$Properties;
            }

            /** Channel enum. */
            enum Channel {

                /** CHANNEL_UNSPECIFIED value */
                CHANNEL_UNSPECIFIED = 0,

                /** CHANNEL_ELECTRONIC value */
                CHANNEL_ELECTRONIC = 1,

                /** CHANNEL_PAPER value */
                CHANNEL_PAPER = 2,

                /** CHANNEL_BOTH value */
                CHANNEL_BOTH = 3
            }

            /** Via enum. */
            enum Via {

                /** VIA_UNSPECIFIED value */
                VIA_UNSPECIFIED = 0,

                /** VIA_LOCAL value */
                VIA_LOCAL = 1,

                /** VIA_AXIS value */
                VIA_AXIS = 2
            }

            /**
             * Properties of a Recipient.
             * @deprecated Use lienthong.documents.v1.Recipient.$Properties instead.
             */
            interface IRecipient extends lienthong.documents.v1.Recipient.$Properties {
            }

            /** Represents a Recipient. */
            class Recipient {

                /**
                 * Constructs a new Recipient.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.Recipient.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Recipient agency. */
                agency: string;

                /** Recipient code. */
                code: string;

                /** Recipient channel. */
                channel: lienthong.documents.v1.Channel;

                /** Recipient via. */
                via: lienthong.documents.v1.Via;

                /** Recipient group. */
                group: string;

                /** Recipient territory. */
                territory: string;

                /** Recipient field. */
                field: string;

                /**
                 * Encodes the specified Recipient message. Does not implicitly {@link lienthong.documents.v1.Recipient.verify|verify} messages.
                 * @param message Recipient message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.Recipient.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Recipient message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.Recipient & lienthong.documents.v1.Recipient.$Shape} Recipient
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.Recipient & lienthong.documents.v1.Recipient.$Shape;
            }

            namespace Recipient {

                /** Properties of a Recipient. */
                interface $Properties {

                    /** Recipient agency */
                    agency?: (string|null);

                    /** Recipient code */
                    code?: (string|null);

                    /** Recipient channel */
                    channel?: (lienthong.documents.v1.Channel|null);

                    /** Recipient via */
                    via?: (lienthong.documents.v1.Via|null);

                    /** Recipient group */
                    group?: (string|null);

                    /** Recipient territory */
                    territory?: (string|null);

                    /** Recipient field */
                    field?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Recipient. */
                type $Shape = lienthong.documents.v1.Recipient.$Properties;
            }

            /**
             * Properties of an Attachment.
             * @deprecated Use lienthong.documents.v1.Attachment.$Properties instead.
             */
            interface IAttachment extends lienthong.documents.v1.Attachment.$Properties {
            }

            /** Represents an Attachment. */
            class Attachment {

                /**
                 * Constructs a new Attachment.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.Attachment.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Attachment digest. */
                digest: string;

                /** Attachment name. */
                name: string;

                /** Attachment mediaType. */
                mediaType: string;

                /** Attachment size. */
                size: number;

                /**
                 * Encodes the specified Attachment message. Does not implicitly {@link lienthong.documents.v1.Attachment.verify|verify} messages.
                 * @param message Attachment message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.Attachment.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Attachment message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.Attachment & lienthong.documents.v1.Attachment.$Shape} Attachment
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.Attachment & lienthong.documents.v1.Attachment.$Shape;
            }

            namespace Attachment {

                /** Properties of an Attachment. */
                interface $Properties {

                    /** Attachment digest */
                    digest?: (string|null);

                    /** Attachment name */
                    name?: (string|null);

                    /** Attachment mediaType */
                    mediaType?: (string|null);

                    /** Attachment size */
                    size?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Attachment. */
                type $Shape = lienthong.documents.v1.Attachment.$Properties;
            }

            /**
             * Properties of a DocumentHeader.
             * @deprecated Use lienthong.documents.v1.DocumentHeader.$Properties instead.
             */
            interface IDocumentHeader extends lienthong.documents.v1.DocumentHeader.$Properties {
            }

            /** Represents a DocumentHeader. */
            class DocumentHeader {

                /**
                 * Constructs a new DocumentHeader.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.DocumentHeader.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DocumentHeader documentId. */
                documentId: string;

                /** DocumentHeader code. */
                code: string;

                /** DocumentHeader typeName. */
                typeName: string;

                /** DocumentHeader subject. */
                subject: string;

                /** DocumentHeader promulgatedOn. */
                promulgatedOn: string;

                /** DocumentHeader dueOn. */
                dueOn: string;

                /** DocumentHeader priority. */
                priority: number;

                /**
                 * Encodes the specified DocumentHeader message. Does not implicitly {@link lienthong.documents.v1.DocumentHeader.verify|verify} messages.
                 * @param message DocumentHeader message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.DocumentHeader.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DocumentHeader message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.DocumentHeader & lienthong.documents.v1.DocumentHeader.$Shape} DocumentHeader
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.DocumentHeader & lienthong.documents.v1.DocumentHeader.$Shape;
            }

            namespace DocumentHeader {

                /** Properties of a DocumentHeader. */
                interface $Properties {

                    /** DocumentHeader documentId */
                    documentId?: (string|null);

                    /** DocumentHeader code */
                    code?: (string|null);

                    /** DocumentHeader typeName */
                    typeName?: (string|null);

                    /** DocumentHeader subject */
                    subject?: (string|null);

                    /** DocumentHeader promulgatedOn */
                    promulgatedOn?: (string|null);

                    /** DocumentHeader dueOn */
                    dueOn?: (string|null);

                    /** DocumentHeader priority */
                    priority?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DocumentHeader. */
                type $Shape = lienthong.documents.v1.DocumentHeader.$Properties;
            }

            /**
             * Properties of a ReceivedPacket.
             * @deprecated Use lienthong.documents.v1.ReceivedPacket.$Properties instead.
             */
            interface IReceivedPacket extends lienthong.documents.v1.ReceivedPacket.$Properties {
            }

            /** Represents a ReceivedPacket. */
            class ReceivedPacket {

                /**
                 * Constructs a new ReceivedPacket.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.ReceivedPacket.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReceivedPacket digest. */
                digest: string;

                /** ReceivedPacket mediaType. */
                mediaType: string;

                /**
                 * Encodes the specified ReceivedPacket message. Does not implicitly {@link lienthong.documents.v1.ReceivedPacket.verify|verify} messages.
                 * @param message ReceivedPacket message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.ReceivedPacket.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReceivedPacket message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.ReceivedPacket & lienthong.documents.v1.ReceivedPacket.$Shape} ReceivedPacket
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.ReceivedPacket & lienthong.documents.v1.ReceivedPacket.$Shape;
            }

            namespace ReceivedPacket {

                /** Properties of a ReceivedPacket. */
                interface $Properties {

                    /** ReceivedPacket digest */
                    digest?: (string|null);

                    /** ReceivedPacket mediaType */
                    mediaType?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReceivedPacket. */
                type $Shape = lienthong.documents.v1.ReceivedPacket.$Properties;
            }

            /** SignatureHolder enum. */
            enum SignatureHolder {

                /** SIGNATURE_HOLDER_UNSPECIFIED value */
                SIGNATURE_HOLDER_UNSPECIFIED = 0,

                /** SIGNATURE_HOLDER_ORGANISATION value */
                SIGNATURE_HOLDER_ORGANISATION = 1,

                /** SIGNATURE_HOLDER_PERSON value */
                SIGNATURE_HOLDER_PERSON = 2
            }

            /** SignatureOutcome enum. */
            enum SignatureOutcome {

                /** SIGNATURE_OUTCOME_UNSPECIFIED value */
                SIGNATURE_OUTCOME_UNSPECIFIED = 0,

                /** SIGNATURE_OUTCOME_VERIFIED value */
                SIGNATURE_OUTCOME_VERIFIED = 1,

                /** SIGNATURE_OUTCOME_INVALID value */
                SIGNATURE_OUTCOME_INVALID = 2,

                /** SIGNATURE_OUTCOME_UNKNOWN_ISSUER value */
                SIGNATURE_OUTCOME_UNKNOWN_ISSUER = 3,

                /** SIGNATURE_OUTCOME_EXPIRED value */
                SIGNATURE_OUTCOME_EXPIRED = 4
            }

            /**
             * Properties of a Signature.
             * @deprecated Use lienthong.documents.v1.Signature.$Properties instead.
             */
            interface ISignature extends lienthong.documents.v1.Signature.$Properties {
            }

            /** Represents a Signature. */
            class Signature {

                /**
                 * Constructs a new Signature.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.Signature.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Signature holder. */
                holder: lienthong.documents.v1.SignatureHolder;

                /** Signature outcome. */
                outcome: lienthong.documents.v1.SignatureOutcome;

                /** Signature serial. */
                serial: string;

                /**
                 * Encodes the specified Signature message. Does not implicitly {@link lienthong.documents.v1.Signature.verify|verify} messages.
                 * @param message Signature message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.Signature.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Signature message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.Signature & lienthong.documents.v1.Signature.$Shape} Signature
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.Signature & lienthong.documents.v1.Signature.$Shape;
            }

            namespace Signature {

                /** Properties of a Signature. */
                interface $Properties {

                    /** Signature holder */
                    holder?: (lienthong.documents.v1.SignatureHolder|null);

                    /** Signature outcome */
                    outcome?: (lienthong.documents.v1.SignatureOutcome|null);

                    /** Signature serial */
                    serial?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Signature. */
                type $Shape = lienthong.documents.v1.Signature.$Properties;
            }

            /**
             * Properties of a Replaced.
             * @deprecated Use lienthong.documents.v1.Replaced.$Properties instead.
             */
            interface IReplaced extends lienthong.documents.v1.Replaced.$Properties {
            }

            /** Represents a Replaced. */
            class Replaced {

                /**
                 * Constructs a new Replaced.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.Replaced.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Replaced document. */
                document: string;

                /** Replaced headerDocumentId. */
                headerDocumentId: string;

                /**
                 * Encodes the specified Replaced message. Does not implicitly {@link lienthong.documents.v1.Replaced.verify|verify} messages.
                 * @param message Replaced message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.Replaced.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Replaced message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.Replaced & lienthong.documents.v1.Replaced.$Shape} Replaced
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.Replaced & lienthong.documents.v1.Replaced.$Shape;
            }

            namespace Replaced {

                /** Properties of a Replaced. */
                interface $Properties {

                    /** Replaced document */
                    document?: (string|null);

                    /** Replaced headerDocumentId */
                    headerDocumentId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Replaced. */
                type $Shape = lienthong.documents.v1.Replaced.$Properties;
            }

            /**
             * Properties of a PersonalData.
             * @deprecated Use lienthong.documents.v1.PersonalData.$Properties instead.
             */
            interface IPersonalData extends lienthong.documents.v1.PersonalData.$Properties {
            }

            /** Represents a PersonalData. */
            class PersonalData {

                /**
                 * Constructs a new PersonalData.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.PersonalData.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PersonalData signer. */
                signer?: (lienthong.documents.v1.PersonalData.Signer.$Properties|null);

                /** PersonalData staff. */
                staff?: (lienthong.documents.v1.PersonalData.Staff.$Properties|null);

                /** PersonalData evidence. */
                evidence: lienthong.documents.v1.PersonalData.Evidence.$Properties[];

                /**
                 * Encodes the specified PersonalData message. Does not implicitly {@link lienthong.documents.v1.PersonalData.verify|verify} messages.
                 * @param message PersonalData message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.PersonalData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PersonalData message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.PersonalData & lienthong.documents.v1.PersonalData.$Shape} PersonalData
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.PersonalData & lienthong.documents.v1.PersonalData.$Shape;
            }

            namespace PersonalData {

                /** Properties of a PersonalData. */
                interface $Properties {

                    /** PersonalData signer */
                    signer?: (lienthong.documents.v1.PersonalData.Signer.$Properties|null);

                    /** PersonalData staff */
                    staff?: (lienthong.documents.v1.PersonalData.Staff.$Properties|null);

                    /** PersonalData evidence */
                    evidence?: (lienthong.documents.v1.PersonalData.Evidence.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PersonalData. */
                type $Shape = lienthong.documents.v1.PersonalData.$Properties;

                /**
                 * Properties of a Signer.
                 * @deprecated Use lienthong.documents.v1.PersonalData.Signer.$Properties instead.
                 */
                interface ISigner extends lienthong.documents.v1.PersonalData.Signer.$Properties {
                }

                /** Represents a Signer. */
                class Signer {

                    /**
                     * Constructs a new Signer.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: lienthong.documents.v1.PersonalData.Signer.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Signer competence. */
                    competence: string;

                    /** Signer position. */
                    position: string;

                    /** Signer fullName. */
                    fullName: string;

                    /**
                     * Encodes the specified Signer message. Does not implicitly {@link lienthong.documents.v1.PersonalData.Signer.verify|verify} messages.
                     * @param message Signer message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: lienthong.documents.v1.PersonalData.Signer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Signer message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {lienthong.documents.v1.PersonalData.Signer & lienthong.documents.v1.PersonalData.Signer.$Shape} Signer
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.PersonalData.Signer & lienthong.documents.v1.PersonalData.Signer.$Shape;
                }

                namespace Signer {

                    /** Properties of a Signer. */
                    interface $Properties {

                        /** Signer competence */
                        competence?: (string|null);

                        /** Signer position */
                        position?: (string|null);

                        /** Signer fullName */
                        fullName?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Signer. */
                    type $Shape = lienthong.documents.v1.PersonalData.Signer.$Properties;
                }

                /**
                 * Properties of a Staff.
                 * @deprecated Use lienthong.documents.v1.PersonalData.Staff.$Properties instead.
                 */
                interface IStaff extends lienthong.documents.v1.PersonalData.Staff.$Properties {
                }

                /** Represents a Staff. */
                class Staff {

                    /**
                     * Constructs a new Staff.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: lienthong.documents.v1.PersonalData.Staff.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Staff department. */
                    department: string;

                    /** Staff name. */
                    name: string;

                    /** Staff mobile. */
                    mobile: string;

                    /** Staff email. */
                    email: string;

                    /**
                     * Encodes the specified Staff message. Does not implicitly {@link lienthong.documents.v1.PersonalData.Staff.verify|verify} messages.
                     * @param message Staff message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: lienthong.documents.v1.PersonalData.Staff.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Staff message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {lienthong.documents.v1.PersonalData.Staff & lienthong.documents.v1.PersonalData.Staff.$Shape} Staff
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.PersonalData.Staff & lienthong.documents.v1.PersonalData.Staff.$Shape;
                }

                namespace Staff {

                    /** Properties of a Staff. */
                    interface $Properties {

                        /** Staff department */
                        department?: (string|null);

                        /** Staff name */
                        name?: (string|null);

                        /** Staff mobile */
                        mobile?: (string|null);

                        /** Staff email */
                        email?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Staff. */
                    type $Shape = lienthong.documents.v1.PersonalData.Staff.$Properties;
                }

                /**
                 * Properties of an Evidence.
                 * @deprecated Use lienthong.documents.v1.PersonalData.Evidence.$Properties instead.
                 */
                interface IEvidence extends lienthong.documents.v1.PersonalData.Evidence.$Properties {
                }

                /** Represents an Evidence. */
                class Evidence {

                    /**
                     * Constructs a new Evidence.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: lienthong.documents.v1.PersonalData.Evidence.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Evidence value. */
                    value: Uint8Array;

                    /** Evidence certificate. */
                    certificate: Uint8Array;

                    /**
                     * Encodes the specified Evidence message. Does not implicitly {@link lienthong.documents.v1.PersonalData.Evidence.verify|verify} messages.
                     * @param message Evidence message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: lienthong.documents.v1.PersonalData.Evidence.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an Evidence message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {lienthong.documents.v1.PersonalData.Evidence & lienthong.documents.v1.PersonalData.Evidence.$Shape} Evidence
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.PersonalData.Evidence & lienthong.documents.v1.PersonalData.Evidence.$Shape;
                }

                namespace Evidence {

                    /** Properties of an Evidence. */
                    interface $Properties {

                        /** Evidence value */
                        value?: (Uint8Array|null);

                        /** Evidence certificate */
                        certificate?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an Evidence. */
                    type $Shape = lienthong.documents.v1.PersonalData.Evidence.$Properties;
                }
            }

            /**
             * Properties of a DocumentIssued.
             * @deprecated Use lienthong.documents.v1.DocumentIssued.$Properties instead.
             */
            interface IDocumentIssued extends lienthong.documents.v1.DocumentIssued.$Properties {
            }

            /** Represents a DocumentIssued. */
            class DocumentIssued {

                /**
                 * Constructs a new DocumentIssued.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.DocumentIssued.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DocumentIssued inputDigest. */
                inputDigest: string;

                /** DocumentIssued sender. */
                sender: string;

                /** DocumentIssued header. */
                header?: (lienthong.documents.v1.DocumentHeader.$Properties|null);

                /** DocumentIssued recipients. */
                recipients: lienthong.documents.v1.Recipient.$Properties[];

                /** DocumentIssued attachments. */
                attachments: lienthong.documents.v1.Attachment.$Properties[];

                /** DocumentIssued packet. */
                packet?: (lienthong.documents.v1.ReceivedPacket.$Properties|null);

                /** DocumentIssued personal. */
                personal: Uint8Array;

                /** DocumentIssued signatures. */
                signatures: lienthong.documents.v1.Signature.$Properties[];

                /** DocumentIssued replaces. */
                replaces: lienthong.documents.v1.Replaced.$Properties[];

                /**
                 * Encodes the specified DocumentIssued message. Does not implicitly {@link lienthong.documents.v1.DocumentIssued.verify|verify} messages.
                 * @param message DocumentIssued message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.DocumentIssued.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DocumentIssued message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.DocumentIssued & lienthong.documents.v1.DocumentIssued.$Shape} DocumentIssued
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.DocumentIssued & lienthong.documents.v1.DocumentIssued.$Shape;
            }

            namespace DocumentIssued {

                /** Properties of a DocumentIssued. */
                interface $Properties {

                    /** DocumentIssued inputDigest */
                    inputDigest?: (string|null);

                    /** DocumentIssued sender */
                    sender?: (string|null);

                    /** DocumentIssued header */
                    header?: (lienthong.documents.v1.DocumentHeader.$Properties|null);

                    /** DocumentIssued recipients */
                    recipients?: (lienthong.documents.v1.Recipient.$Properties[]|null);

                    /** DocumentIssued attachments */
                    attachments?: (lienthong.documents.v1.Attachment.$Properties[]|null);

                    /** DocumentIssued packet */
                    packet?: (lienthong.documents.v1.ReceivedPacket.$Properties|null);

                    /** DocumentIssued personal */
                    personal?: (Uint8Array|null);

                    /** DocumentIssued signatures */
                    signatures?: (lienthong.documents.v1.Signature.$Properties[]|null);

                    /** DocumentIssued replaces */
                    replaces?: (lienthong.documents.v1.Replaced.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DocumentIssued. */
                type $Shape = lienthong.documents.v1.DocumentIssued.$Properties;
            }

            /**
             * Properties of an IssueDocument.
             * @deprecated Use lienthong.documents.v1.IssueDocument.$Properties instead.
             */
            interface IIssueDocument extends lienthong.documents.v1.IssueDocument.$Properties {
            }

            /** Represents an IssueDocument. */
            class IssueDocument {

                /**
                 * Constructs a new IssueDocument.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.IssueDocument.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** IssueDocument inputDigest. */
                inputDigest: string;

                /** IssueDocument sender. */
                sender: string;

                /** IssueDocument header. */
                header?: (lienthong.documents.v1.DocumentHeader.$Properties|null);

                /** IssueDocument recipients. */
                recipients: lienthong.documents.v1.Recipient.$Properties[];

                /** IssueDocument attachments. */
                attachments: lienthong.documents.v1.Attachment.$Properties[];

                /** IssueDocument packet. */
                packet?: (lienthong.documents.v1.ReceivedPacket.$Properties|null);

                /** IssueDocument personal. */
                personal: Uint8Array;

                /** IssueDocument signatures. */
                signatures: lienthong.documents.v1.Signature.$Properties[];

                /** IssueDocument replaces. */
                replaces: lienthong.documents.v1.Replaced.$Properties[];

                /**
                 * Encodes the specified IssueDocument message. Does not implicitly {@link lienthong.documents.v1.IssueDocument.verify|verify} messages.
                 * @param message IssueDocument message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.IssueDocument.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an IssueDocument message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.IssueDocument & lienthong.documents.v1.IssueDocument.$Shape} IssueDocument
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.IssueDocument & lienthong.documents.v1.IssueDocument.$Shape;
            }

            namespace IssueDocument {

                /** Properties of an IssueDocument. */
                interface $Properties {

                    /** IssueDocument inputDigest */
                    inputDigest?: (string|null);

                    /** IssueDocument sender */
                    sender?: (string|null);

                    /** IssueDocument header */
                    header?: (lienthong.documents.v1.DocumentHeader.$Properties|null);

                    /** IssueDocument recipients */
                    recipients?: (lienthong.documents.v1.Recipient.$Properties[]|null);

                    /** IssueDocument attachments */
                    attachments?: (lienthong.documents.v1.Attachment.$Properties[]|null);

                    /** IssueDocument packet */
                    packet?: (lienthong.documents.v1.ReceivedPacket.$Properties|null);

                    /** IssueDocument personal */
                    personal?: (Uint8Array|null);

                    /** IssueDocument signatures */
                    signatures?: (lienthong.documents.v1.Signature.$Properties[]|null);

                    /** IssueDocument replaces */
                    replaces?: (lienthong.documents.v1.Replaced.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an IssueDocument. */
                type $Shape = lienthong.documents.v1.IssueDocument.$Properties;
            }

            /**
             * Properties of a DocumentUpdated.
             * @deprecated Use lienthong.documents.v1.DocumentUpdated.$Properties instead.
             */
            interface IDocumentUpdated extends lienthong.documents.v1.DocumentUpdated.$Properties {
            }

            /** Represents a DocumentUpdated. */
            class DocumentUpdated {

                /**
                 * Constructs a new DocumentUpdated.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.DocumentUpdated.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DocumentUpdated inputDigest. */
                inputDigest: string;

                /** DocumentUpdated header. */
                header?: (lienthong.documents.v1.DocumentHeader.$Properties|null);

                /** DocumentUpdated reason. */
                reason: string;

                /** DocumentUpdated attachments. */
                attachments: lienthong.documents.v1.Attachment.$Properties[];

                /** DocumentUpdated packet. */
                packet?: (lienthong.documents.v1.ReceivedPacket.$Properties|null);

                /** DocumentUpdated added. */
                added: lienthong.documents.v1.Recipient.$Properties[];

                /** DocumentUpdated askedBack. */
                askedBack: string[];

                /** DocumentUpdated signatures. */
                signatures: lienthong.documents.v1.Signature.$Properties[];

                /** DocumentUpdated personal. */
                personal: Uint8Array;

                /** DocumentUpdated revision. */
                revision: number;

                /**
                 * Encodes the specified DocumentUpdated message. Does not implicitly {@link lienthong.documents.v1.DocumentUpdated.verify|verify} messages.
                 * @param message DocumentUpdated message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.DocumentUpdated.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DocumentUpdated message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.DocumentUpdated & lienthong.documents.v1.DocumentUpdated.$Shape} DocumentUpdated
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.DocumentUpdated & lienthong.documents.v1.DocumentUpdated.$Shape;
            }

            namespace DocumentUpdated {

                /** Properties of a DocumentUpdated. */
                interface $Properties {

                    /** DocumentUpdated inputDigest */
                    inputDigest?: (string|null);

                    /** DocumentUpdated header */
                    header?: (lienthong.documents.v1.DocumentHeader.$Properties|null);

                    /** DocumentUpdated reason */
                    reason?: (string|null);

                    /** DocumentUpdated attachments */
                    attachments?: (lienthong.documents.v1.Attachment.$Properties[]|null);

                    /** DocumentUpdated packet */
                    packet?: (lienthong.documents.v1.ReceivedPacket.$Properties|null);

                    /** DocumentUpdated added */
                    added?: (lienthong.documents.v1.Recipient.$Properties[]|null);

                    /** DocumentUpdated askedBack */
                    askedBack?: (string[]|null);

                    /** DocumentUpdated signatures */
                    signatures?: (lienthong.documents.v1.Signature.$Properties[]|null);

                    /** DocumentUpdated personal */
                    personal?: (Uint8Array|null);

                    /** DocumentUpdated revision */
                    revision?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DocumentUpdated. */
                type $Shape = lienthong.documents.v1.DocumentUpdated.$Properties;
            }

            /**
             * Properties of a DocumentRevoked.
             * @deprecated Use lienthong.documents.v1.DocumentRevoked.$Properties instead.
             */
            interface IDocumentRevoked extends lienthong.documents.v1.DocumentRevoked.$Properties {
            }

            /** Represents a DocumentRevoked. */
            class DocumentRevoked {

                /**
                 * Constructs a new DocumentRevoked.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.DocumentRevoked.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DocumentRevoked inputDigest. */
                inputDigest: string;

                /** DocumentRevoked reason. */
                reason: string;

                /** DocumentRevoked packet. */
                packet?: (lienthong.documents.v1.ReceivedPacket.$Properties|null);

                /** DocumentRevoked personal. */
                personal: Uint8Array;

                /** DocumentRevoked signatures. */
                signatures: lienthong.documents.v1.Signature.$Properties[];

                /**
                 * Encodes the specified DocumentRevoked message. Does not implicitly {@link lienthong.documents.v1.DocumentRevoked.verify|verify} messages.
                 * @param message DocumentRevoked message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.DocumentRevoked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DocumentRevoked message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.DocumentRevoked & lienthong.documents.v1.DocumentRevoked.$Shape} DocumentRevoked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.DocumentRevoked & lienthong.documents.v1.DocumentRevoked.$Shape;
            }

            namespace DocumentRevoked {

                /** Properties of a DocumentRevoked. */
                interface $Properties {

                    /** DocumentRevoked inputDigest */
                    inputDigest?: (string|null);

                    /** DocumentRevoked reason */
                    reason?: (string|null);

                    /** DocumentRevoked packet */
                    packet?: (lienthong.documents.v1.ReceivedPacket.$Properties|null);

                    /** DocumentRevoked personal */
                    personal?: (Uint8Array|null);

                    /** DocumentRevoked signatures */
                    signatures?: (lienthong.documents.v1.Signature.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DocumentRevoked. */
                type $Shape = lienthong.documents.v1.DocumentRevoked.$Properties;
            }

            /**
             * Properties of a DocumentReplaced.
             * @deprecated Use lienthong.documents.v1.DocumentReplaced.$Properties instead.
             */
            interface IDocumentReplaced extends lienthong.documents.v1.DocumentReplaced.$Properties {
            }

            /** Represents a DocumentReplaced. */
            class DocumentReplaced {

                /**
                 * Constructs a new DocumentReplaced.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.DocumentReplaced.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DocumentReplaced by. */
                by: string;

                /**
                 * Encodes the specified DocumentReplaced message. Does not implicitly {@link lienthong.documents.v1.DocumentReplaced.verify|verify} messages.
                 * @param message DocumentReplaced message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.DocumentReplaced.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DocumentReplaced message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.DocumentReplaced & lienthong.documents.v1.DocumentReplaced.$Shape} DocumentReplaced
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.DocumentReplaced & lienthong.documents.v1.DocumentReplaced.$Shape;
            }

            namespace DocumentReplaced {

                /** Properties of a DocumentReplaced. */
                interface $Properties {

                    /** DocumentReplaced by */
                    by?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DocumentReplaced. */
                type $Shape = lienthong.documents.v1.DocumentReplaced.$Properties;
            }

            /**
             * Properties of an UpdateDocument.
             * @deprecated Use lienthong.documents.v1.UpdateDocument.$Properties instead.
             */
            interface IUpdateDocument extends lienthong.documents.v1.UpdateDocument.$Properties {
            }

            /** Represents an UpdateDocument. */
            class UpdateDocument {

                /**
                 * Constructs a new UpdateDocument.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.UpdateDocument.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** UpdateDocument inputDigest. */
                inputDigest: string;

                /** UpdateDocument header. */
                header?: (lienthong.documents.v1.DocumentHeader.$Properties|null);

                /** UpdateDocument reason. */
                reason: string;

                /** UpdateDocument attachments. */
                attachments: lienthong.documents.v1.Attachment.$Properties[];

                /** UpdateDocument packet. */
                packet?: (lienthong.documents.v1.ReceivedPacket.$Properties|null);

                /** UpdateDocument added. */
                added: lienthong.documents.v1.Recipient.$Properties[];

                /** UpdateDocument askedBack. */
                askedBack: string[];

                /** UpdateDocument signatures. */
                signatures: lienthong.documents.v1.Signature.$Properties[];

                /** UpdateDocument personal. */
                personal: Uint8Array;

                /**
                 * Encodes the specified UpdateDocument message. Does not implicitly {@link lienthong.documents.v1.UpdateDocument.verify|verify} messages.
                 * @param message UpdateDocument message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.UpdateDocument.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an UpdateDocument message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.UpdateDocument & lienthong.documents.v1.UpdateDocument.$Shape} UpdateDocument
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.UpdateDocument & lienthong.documents.v1.UpdateDocument.$Shape;
            }

            namespace UpdateDocument {

                /** Properties of an UpdateDocument. */
                interface $Properties {

                    /** UpdateDocument inputDigest */
                    inputDigest?: (string|null);

                    /** UpdateDocument header */
                    header?: (lienthong.documents.v1.DocumentHeader.$Properties|null);

                    /** UpdateDocument reason */
                    reason?: (string|null);

                    /** UpdateDocument attachments */
                    attachments?: (lienthong.documents.v1.Attachment.$Properties[]|null);

                    /** UpdateDocument packet */
                    packet?: (lienthong.documents.v1.ReceivedPacket.$Properties|null);

                    /** UpdateDocument added */
                    added?: (lienthong.documents.v1.Recipient.$Properties[]|null);

                    /** UpdateDocument askedBack */
                    askedBack?: (string[]|null);

                    /** UpdateDocument signatures */
                    signatures?: (lienthong.documents.v1.Signature.$Properties[]|null);

                    /** UpdateDocument personal */
                    personal?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an UpdateDocument. */
                type $Shape = lienthong.documents.v1.UpdateDocument.$Properties;
            }

            /**
             * Properties of a RevokeDocument.
             * @deprecated Use lienthong.documents.v1.RevokeDocument.$Properties instead.
             */
            interface IRevokeDocument extends lienthong.documents.v1.RevokeDocument.$Properties {
            }

            /** Represents a RevokeDocument. */
            class RevokeDocument {

                /**
                 * Constructs a new RevokeDocument.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.RevokeDocument.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RevokeDocument inputDigest. */
                inputDigest: string;

                /** RevokeDocument reason. */
                reason: string;

                /** RevokeDocument packet. */
                packet?: (lienthong.documents.v1.ReceivedPacket.$Properties|null);

                /** RevokeDocument personal. */
                personal: Uint8Array;

                /** RevokeDocument signatures. */
                signatures: lienthong.documents.v1.Signature.$Properties[];

                /**
                 * Encodes the specified RevokeDocument message. Does not implicitly {@link lienthong.documents.v1.RevokeDocument.verify|verify} messages.
                 * @param message RevokeDocument message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.RevokeDocument.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RevokeDocument message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.RevokeDocument & lienthong.documents.v1.RevokeDocument.$Shape} RevokeDocument
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.RevokeDocument & lienthong.documents.v1.RevokeDocument.$Shape;
            }

            namespace RevokeDocument {

                /** Properties of a RevokeDocument. */
                interface $Properties {

                    /** RevokeDocument inputDigest */
                    inputDigest?: (string|null);

                    /** RevokeDocument reason */
                    reason?: (string|null);

                    /** RevokeDocument packet */
                    packet?: (lienthong.documents.v1.ReceivedPacket.$Properties|null);

                    /** RevokeDocument personal */
                    personal?: (Uint8Array|null);

                    /** RevokeDocument signatures */
                    signatures?: (lienthong.documents.v1.Signature.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RevokeDocument. */
                type $Shape = lienthong.documents.v1.RevokeDocument.$Properties;
            }

            /**
             * Properties of a MarkReplaced.
             * @deprecated Use lienthong.documents.v1.MarkReplaced.$Properties instead.
             */
            interface IMarkReplaced extends lienthong.documents.v1.MarkReplaced.$Properties {
            }

            /** Represents a MarkReplaced. */
            class MarkReplaced {

                /**
                 * Constructs a new MarkReplaced.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.MarkReplaced.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MarkReplaced by. */
                by: string;

                /**
                 * Encodes the specified MarkReplaced message. Does not implicitly {@link lienthong.documents.v1.MarkReplaced.verify|verify} messages.
                 * @param message MarkReplaced message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.MarkReplaced.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MarkReplaced message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.MarkReplaced & lienthong.documents.v1.MarkReplaced.$Shape} MarkReplaced
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.MarkReplaced & lienthong.documents.v1.MarkReplaced.$Shape;
            }

            namespace MarkReplaced {

                /** Properties of a MarkReplaced. */
                interface $Properties {

                    /** MarkReplaced by */
                    by?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MarkReplaced. */
                type $Shape = lienthong.documents.v1.MarkReplaced.$Properties;
            }

            /**
             * Properties of a MessageParked.
             * @deprecated Use lienthong.documents.v1.MessageParked.$Properties instead.
             */
            interface IMessageParked extends lienthong.documents.v1.MessageParked.$Properties {
            }

            /** Represents a MessageParked. */
            class MessageParked {

                /**
                 * Constructs a new MessageParked.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.MessageParked.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MessageParked source. */
                source: string;

                /** MessageParked problem. */
                problem: string;

                /** MessageParked detail. */
                detail: string;

                /** MessageParked content. */
                content?: (lienthong.documents.v1.ReceivedPacket.$Properties|null);

                /**
                 * Encodes the specified MessageParked message. Does not implicitly {@link lienthong.documents.v1.MessageParked.verify|verify} messages.
                 * @param message MessageParked message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.MessageParked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MessageParked message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.MessageParked & lienthong.documents.v1.MessageParked.$Shape} MessageParked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.MessageParked & lienthong.documents.v1.MessageParked.$Shape;
            }

            namespace MessageParked {

                /** Properties of a MessageParked. */
                interface $Properties {

                    /** MessageParked source */
                    source?: (string|null);

                    /** MessageParked problem */
                    problem?: (string|null);

                    /** MessageParked detail */
                    detail?: (string|null);

                    /** MessageParked content */
                    content?: (lienthong.documents.v1.ReceivedPacket.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MessageParked. */
                type $Shape = lienthong.documents.v1.MessageParked.$Properties;
            }

            /**
             * Properties of a ParkMessage.
             * @deprecated Use lienthong.documents.v1.ParkMessage.$Properties instead.
             */
            interface IParkMessage extends lienthong.documents.v1.ParkMessage.$Properties {
            }

            /** Represents a ParkMessage. */
            class ParkMessage {

                /**
                 * Constructs a new ParkMessage.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: lienthong.documents.v1.ParkMessage.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ParkMessage source. */
                source: string;

                /** ParkMessage problem. */
                problem: string;

                /** ParkMessage detail. */
                detail: string;

                /** ParkMessage content. */
                content?: (lienthong.documents.v1.ReceivedPacket.$Properties|null);

                /**
                 * Encodes the specified ParkMessage message. Does not implicitly {@link lienthong.documents.v1.ParkMessage.verify|verify} messages.
                 * @param message ParkMessage message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: lienthong.documents.v1.ParkMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ParkMessage message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {lienthong.documents.v1.ParkMessage & lienthong.documents.v1.ParkMessage.$Shape} ParkMessage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lienthong.documents.v1.ParkMessage & lienthong.documents.v1.ParkMessage.$Shape;
            }

            namespace ParkMessage {

                /** Properties of a ParkMessage. */
                interface $Properties {

                    /** ParkMessage source */
                    source?: (string|null);

                    /** ParkMessage problem */
                    problem?: (string|null);

                    /** ParkMessage detail */
                    detail?: (string|null);

                    /** ParkMessage content */
                    content?: (lienthong.documents.v1.ReceivedPacket.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ParkMessage. */
                type $Shape = lienthong.documents.v1.ParkMessage.$Properties;
            }
        }
    }
}
