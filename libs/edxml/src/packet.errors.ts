import { Refusal } from '@lienthong/kernel';

/** A place in a packet; both count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

type SizeRule = 'packet-too-large' | 'attachment-too-large' | 'attachments-too-large';
export type BeyondRule = SizeRule | 'packet-too-complex';
export type ForeignRule = 'not-edxml' | 'predecessor-2803' | 'part-twice' | 'business-type-unknown';
export type BrokenRule =
  | 'base64-broken'
  | 'file-name-unusable'
  | 'zip-bomb'
  | 'zip-broken'
  | 'zip-encrypted'
  | 'zip-several-files'
  | 'zip-unsafe-name';

/** Why a packet is refused, for programs: stable names, explained in docs/edxml.md. */
export type RefusalRule =
  | BeyondRule
  | ForeignRule
  | BrokenRule
  | 'malformed-xml'
  | 'dtd-forbidden'
  | 'part-missing'
  | 'unwritable';

/** The bytes are no packet that we take. `line` and `column` are known for everything that was read. */
export abstract class PacketRefusal<Rule extends RefusalRule = RefusalRule> extends Refusal {
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(
    readonly rule: Rule,
    readonly reason: string,
    position?: Position,
  ) {
    super(
      position
        ? `line ${String(position.line)}, column ${String(position.column)}: ${reason}`
        : reason,
    );
    this.line = position?.line;
    this.column = position?.column;
  }
}

/** Not well-formed XML 1.0 with namespaces in UTF-8. */
export class MalformedXml extends PacketRefusal {
  constructor(reason: string, position?: Position) {
    super('malformed-xml', reason, position);
  }
}

/** A document type declaration, whatever it declares; nothing behind it was read. */
export class DocumentTypeDeclarationForbidden extends PacketRefusal {
  constructor(position?: Position) {
    super('dtd-forbidden', 'a document type declaration', position);
  }
}

/** Larger, deeper or of more parts than any packet has to be; see limits.ts. It was not read to its end. */
export class BeyondLimits extends PacketRefusal<BeyondRule> {}

/** Sound XML that is no edXML packet: another root or namespace, a single part twice, an unknown business type. */
export class NotAnEdxmlPacket extends PacketRefusal<ForeignRule> {}

/** A part without which the packet has no meaning is missing, empty or unreadable. */
export class IncompletePacket extends PacketRefusal {
  /** @param path element names from the root, joined by `/` */
  constructor(
    readonly path: string,
    position?: Position,
  ) {
    super('part-missing', `${path} is missing, empty or unreadable`, position);
  }
}

/** An attachment's content cannot be had, or would be dangerous: broken base64 or zip, not exactly one file in it, no usable name. */
export class BrokenAttachment extends PacketRefusal<BrokenRule> {}

/** A text to be written holds a character that XML 1.0 cannot carry, or a time has no four-digit year. */
export class UnwritablePacket extends PacketRefusal {
  constructor(reason: string) {
    super('unwritable', reason);
  }
}
