import { type Decider, type Instant } from '@lienthong/kernel';
import { MemberOfAnotherSystem } from './member.errors.js';

/** An agency in the list that the axis publishes. */
export type Member =
  { readonly status: 'unlisted' } | ({ readonly status: 'listed' } & MemberParticulars);

export interface MemberParticulars {
  /** New form (QĐ 20/2020). */
  readonly code: string;
  /** Old form (QCVN 102:2016), the one that packets of 2020 bear. */
  readonly code102: string;
  readonly name: string;
  /** 1 central, 2 province, 3 district, 4 commune. */
  readonly level: number;
  /** Registered id of the system that receives for the agency. */
  readonly system: string;
}

export interface RegisterMember extends MemberParticulars {
  readonly type: 'RegisterMember';
  readonly at: Instant;
}

export interface DeleteMember {
  readonly type: 'DeleteMember';
  readonly system: string;
  readonly at: Instant;
}

export type MemberCommand = RegisterMember | DeleteMember;

export type MemberEvent =
  | (Omit<RegisterMember, 'type'> & { readonly type: 'MemberRegistered' })
  | (Omit<DeleteMember, 'type'> & { readonly type: 'MemberDeleted' });

const decide = (command: MemberCommand, state: Member): readonly MemberEvent[] => {
  if (state.status === 'listed' && state.system !== command.system) {
    throw new MemberOfAnotherSystem();
  }
  if (command.type === 'DeleteMember') {
    return state.status === 'listed' ? [{ ...command, type: 'MemberDeleted' }] : [];
  }
  const repeated =
    state.status === 'listed' &&
    state.code === command.code &&
    state.code102 === command.code102 &&
    state.name === command.name &&
    state.level === command.level;
  return repeated ? [] : [{ ...command, type: 'MemberRegistered' }];
};

const evolve = (_state: Member, event: MemberEvent): Member => {
  if (event.type === 'MemberDeleted') return { status: 'unlisted' };
  const { code, code102, name, level, system } = event;
  return { status: 'listed', code, code102, name, level, system };
};

export const member: Decider<Member, MemberCommand, MemberEvent> = {
  initial: { status: 'unlisted' },
  decide,
  evolve,
};

/** @param code102 an agency code; its dots would split a subject */
export const memberIdOf = (code102: string): string => code102.replaceAll('.', '-');
