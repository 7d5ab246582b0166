import { type SystemView } from '@lienthong/directory';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { callerOf } from '../access/caller.js';
import { WrongSystemId } from './compat.errors.js';

/** The system that a guard has let in. */
export const CallingSystem = createParamDecorator(
  (_: unknown, context: ExecutionContext): SystemView => {
    const caller = callerOf(context);
    if (caller.kind !== 'system') throw new WrongSystemId();
    return caller.system;
  },
);
