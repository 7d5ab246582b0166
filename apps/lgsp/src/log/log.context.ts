import { BaseRpcContext } from '@nestjs/microservices';

/** What a handler is told beside the event. */
export class LogContext extends BaseRpcContext<[boolean]> {
  /** @param mayBeRepeated it was in the log when this process began, or is handed over again */
  constructor(readonly mayBeRepeated: boolean) {
    super([mayBeRepeated]);
  }
}
