import { Refusal } from '@lienthong/kernel';

/** A place in a packet; both count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The bytes are no packet that we take. `line` and `column` are known for everything that was read. */
export abstract class PacketRefusal extends Refusal {
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(reason: string, position?: Position) {
    super(
      position
        ? `line ${String(position.line)}, column ${String(position.column)}: ${reason}`
        : reason,
    );
    this.line = position?.line;
    this.column = position?.column;
  }
}

/** Not well-formed XML 1.0 with namespaces in UTF-8, or beyond the limits of size and depth. */
export class MalformedXml extends PacketRefusal {}

/** A document type declaration, whatever it declares; nothing behind it was read. */
export class DocumentTypeDeclarationForbidden extends PacketRefusal {}

/** Sound XML that is no edXML packet: another root or namespace, a single part twice, an unknown business type. */
export class NotAnEdxmlPacket extends PacketRefusal {}

/** A part without which the packet has no meaning is missing, empty or unreadable. */
export class IncompletePacket extends PacketRefusal {
  /** @param path element names from the root, joined by `/` */
  constructor(
    readonly path: string,
    position?: Position,
  ) {
    super(`${path} is missing, empty or unreadable`, position);
  }
}

/** An attachment's content cannot be had: broken base64 or zip, not exactly one file in it, too large, no usable name. */
export class BrokenAttachment extends PacketRefusal {}

/** A text to be written holds a character that XML 1.0 cannot carry, or a time has no four-digit year. */
export class UnwritablePacket extends PacketRefusal {}
