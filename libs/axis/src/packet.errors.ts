import { Refusal } from '@lienthong/kernel';

/** The axis holds no packet with this id. */
export class PacketUnknown extends Refusal {
  constructor() {
    super('no such packet');
  }
}

/** The packet is addressed to other systems. */
export class PacketNotForYou extends Refusal {
  constructor() {
    super('the packet is addressed to other systems');
  }
}
