import {
  CodeField,
  DayField,
  FlagField,
  ListField,
  TextField,
  TextListField,
  WordField,
} from '../http/fields.js';

const ID = /^[A-Za-z0-9_-]{1,48}$/;
export const LEVELS = ['central', 'province', 'district', 'commune'] as const;
const SECTORS = ['state', 'party', 'council', 'front', 'service-unit', 'enterprise'] as const;

export class AgencyCodeRequest {
  @CodeField({ example: '000.00.00.H39' })
  readonly code!: string;

  @WordField(['qcvn102', 'qd20'])
  readonly form!: 'qcvn102' | 'qd20';

  @DayField({ description: 'First day on which the code holds' })
  readonly from!: string;

  @DayField({ optional: true, description: 'Last day on which the code holds' })
  readonly to?: string;
}

/** An agency of the tenant, as one line of the directory. */
export class AgencyRequest {
  @TextField({ max: 48, pattern: ID, description: 'Internal id: permanent, never reused' })
  readonly id!: string;

  @TextField({ max: 300 })
  readonly name!: string;

  @WordField(LEVELS)
  readonly level!: (typeof LEVELS)[number];

  @WordField(SECTORS)
  readonly sector!: (typeof SECTORS)[number];

  @TextField({
    max: 48,
    pattern: ID,
    optional: true,
    description: 'Internal id of the agency above',
  })
  readonly parent?: string;

  @ListField(() => AgencyCodeRequest, { min: 1, max: 20 })
  readonly codes!: AgencyCodeRequest[];

  @DayField({ description: 'The day from which all of this holds' })
  readonly from!: string;
}

export class SuccessionRequest {
  @CodeField({ description: 'The successor: its internal id, or its code' })
  readonly agency!: string;

  @TextField({ max: 100, optional: true, description: 'Only what is for this territory' })
  readonly territory?: string;

  @TextField({ max: 100, optional: true, description: 'Only what is about this field' })
  readonly field?: string;

  @FlagField({ optional: true, description: 'Takes what no other successor fits' })
  readonly default?: boolean;

  @TextField({ max: 300, optional: true, description: 'Where it is written; absent: assumed' })
  readonly source?: string;
}

/** The end of an agency, and who gets what is addressed to it from then on. */
export class ClosureRequest {
  @DayField({ description: 'The last day of the agency' })
  readonly on!: string;

  @ListField(() => SuccessionRequest, { max: 500 })
  readonly successors!: SuccessionRequest[];
}

/** A list of agencies that senders may name as one recipient. */
export class GroupRequest {
  @TextField({ max: 300 })
  readonly name!: string;

  @TextListField({ max: 5000, description: 'Agencies: internal ids or codes' })
  readonly members!: string[];

  @DayField({ description: 'The first day on which the list holds' })
  readonly from!: string;
}
