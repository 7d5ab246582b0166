import { type Decider, type Instant, type LocalDate } from '@lienthong/kernel';

/** A list of agencies that senders may name as one recipient; dated, so that yesterday's list stays known. */
export interface Group {
  /** In the order in which they were said. */
  readonly versions: readonly GroupVersion[];
}

export interface GroupVersion {
  readonly name: string;
  /** Internal ids, sorted. */
  readonly members: readonly string[];
  /** The first day on which the list holds. */
  readonly from: LocalDate;
}

export interface DefineGroup extends GroupVersion {
  readonly type: 'DefineGroup';
  readonly at: Instant;
}

export type GroupCommand = DefineGroup;
export type GroupEvent = Omit<DefineGroup, 'type'> & { readonly type: 'GroupDefined' };

const decide = (command: GroupCommand, { versions }: Group): readonly GroupEvent[] => {
  const members = [...new Set(command.members)].sort();
  const said = versions.findLast(({ from }) => from === command.from);
  const repeated = said?.name === command.name && said.members.join() === members.join();
  return repeated ? [] : [{ ...command, type: 'GroupDefined', members }];
};

const evolve = (state: Group, { name, members, from }: GroupEvent): Group => ({
  versions: [...state.versions, { name, members, from }],
});

export const group: Decider<Group, GroupCommand, GroupEvent> = {
  initial: { versions: [] },
  decide,
  evolve,
};
