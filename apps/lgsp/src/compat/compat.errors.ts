import { Refusal } from '@lienthong/kernel';

/**
 * What the dialect of the axis has a word of its own for. Told in Vietnamese without marks, as the axis writes it.
 */
export abstract class CompatRefusal extends Refusal {
  abstract readonly code: string;
}

/** The system presents its key under a name that is not its own. */
export class WrongSystemId extends CompatRefusal {
  readonly code = 'UNAUTHENTICATED';

  constructor() {
    super('Ma he thong hoac khoa bi mat khong dung');
  }
}

/** The header names another sender than the one that is calling. */
export class SenderNotRegistered extends CompatRefusal {
  readonly code = 'SENDER_NOT_REGISTERED';

  constructor(from: string) {
    super(`Don vi gui ${from} khong dung voi ma da dang ky`);
  }
}

/** No packet of this id is for the system, or from it. */
export class DocIdUnknown extends CompatRefusal {
  readonly code = 'DOCID_UNKNOWN';

  constructor(docId: string) {
    super(`Khong tim thay goi tin ${docId}`);
  }
}

/** The packet is not of the kind that its header says, or there is none. */
export class MalformedPacket extends CompatRefusal {
  readonly code = 'PACKET_MALFORMED';

  constructor(detail: string) {
    super(`Goi tin khong dung: ${detail}`);
  }
}

/** No packet can be made of it: its attachments are more than one takes. */
export class PacketTooLarge extends CompatRefusal {
  readonly code = 'PACKET_TOO_LARGE';

  constructor() {
    super('Goi tin vuot qua 50 MB');
  }
}

export class MalformedRequest extends CompatRefusal {
  readonly code = 'REQUEST_MALFORMED';

  constructor(detail: string) {
    super(`Yeu cau khong dung: ${detail}`);
  }
}

/** The axis has the operation, or not even that; here it is not offered. */
export class OperationUnknown extends CompatRefusal {
  readonly code = 'OPERATION_UNKNOWN';

  constructor(operation: string) {
    super(`Khong co chuc nang ${operation}`);
  }
}

/** The province keeps its directory itself. */
export class DirectoryOfProvince extends CompatRefusal {
  readonly code = 'AGENCY_OF_OTHERS';

  constructor() {
    super('Danh muc don vi do tinh quan ly');
  }
}
