import { memberAggregate } from '@lienthong/contracts';
import { memberIdOf } from '@lienthong/axis';
import { type EventStore } from '@lienthong/event-store';
import { startOf } from '@lienthong/kernel';
import { type Members } from './members-file.js';

/**
 * Registers the agencies of the members file as of the day that the axis opened; repeated, it changes nothing, and an
 * agency that was ever registered is left as its system has it by now.
 */
export const registerMembers = async (store: EventStore, members: Members): Promise<void> => {
  const at = startOf(members.opened);
  await Promise.all(
    members.agencies.map(async ({ code, code102, name, axisLevel: level, system }) => {
      const id = memberIdOf(code102);
      if ((await store.load(memberAggregate, id)).version > 0) return;
      const command = { type: 'RegisterMember', code, code102, name, level, system, at } as const;
      await store.handle(memberAggregate, id, command);
    }),
  );
};
