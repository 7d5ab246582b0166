import { Refusal } from '@lienthong/kernel';

/**
 * The axis says no: HTTP 200 with `status: "FAIL"`, `ErrorCode` and `ErrorDesc`.
 *
 * The text is Vietnamese without marks, as the real axis writes it.
 */
export abstract class AxisRefusal extends Refusal {
  abstract readonly code: string;
}

export class WrongSecret extends AxisRefusal {
  readonly code = 'UNAUTHENTICATED';

  constructor() {
    super('Ma he thong hoac khoa bi mat khong dung');
  }
}

/** The header's or the packet's sender is not one that the calling system is registered for. */
export class SenderNotRegistered extends AxisRefusal {
  readonly code = 'SENDER_NOT_REGISTERED';

  constructor(from: string) {
    super(`Don vi gui ${from} khong dung voi ma da dang ky`);
  }
}

export class ReceiverUnknown extends AxisRefusal {
  readonly code = 'RECEIVER_UNKNOWN';

  constructor(readonly receivers: readonly string[]) {
    super(`Don vi nhan khong co tren truc: ${receivers.join(', ')}`);
  }
}

/** Every receiver belongs to the sending system itself. */
export class NobodyToReceive extends AxisRefusal {
  readonly code = 'NO_RECEIVER';

  constructor() {
    super('Goi tin khong co don vi nhan nao ngoai he thong gui');
  }
}

export class DocIdUnknown extends AxisRefusal {
  readonly code = 'DOCID_UNKNOWN';

  constructor(docId: string) {
    super(`Khong tim thay goi tin ${docId}`);
  }
}

/** The calling system neither sent the packet nor receives it, whichever the operation asks for. */
export class PacketOfOthers extends AxisRefusal {
  readonly code = 'PACKET_OF_OTHERS';

  constructor(docId: string) {
    super(`Goi tin ${docId} khong phai cua don vi`);
  }
}

export class MalformedPacket extends AxisRefusal {
  readonly code = 'PACKET_MALFORMED';

  constructor(detail: string, options?: ErrorOptions) {
    super(`Goi tin khong dung dinh dang edXML: ${detail}`, options);
  }
}

export class PacketTooLarge extends AxisRefusal {
  readonly code = 'PACKET_TOO_LARGE';

  constructor() {
    super('Goi tin vuot qua 50 MB');
  }
}

export class MalformedRequest extends AxisRefusal {
  readonly code = 'REQUEST_MALFORMED';

  constructor(detail: string) {
    super(`Yeu cau khong dung: ${detail}`);
  }
}

export class OperationUnknown extends AxisRefusal {
  readonly code = 'OPERATION_UNKNOWN';

  constructor(operation: string) {
    super(`Khong co chuc nang ${operation}`);
  }
}

export class AgencyOfOthers extends AxisRefusal {
  readonly code = 'AGENCY_OF_OTHERS';

  constructor(code: string) {
    super(`Don vi ${code} thuoc he thong khac`);
  }
}

export class AgencyUnknown extends AxisRefusal {
  readonly code = 'AGENCY_UNKNOWN';

  constructor(code: string) {
    super(`Don vi ${code} khong co tren truc`);
  }
}
