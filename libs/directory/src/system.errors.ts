import { Refusal } from '@lienthong/kernel';

/** No system has this id. */
export class SystemUnknown extends Refusal {
  constructor() {
    super('no such system');
  }
}

/** The id belongs to a system that was connected otherwise. */
export class SystemDiffers extends Refusal {
  constructor() {
    super('a system with this id is connected with other particulars');
  }
}
