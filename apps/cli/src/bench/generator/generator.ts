import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { shipped } from '../../platform/repository.js';
import {
  type Answer,
  answerSchema,
  type ConnectOrder,
  type LoadOrder,
  type Order,
  type Report,
} from './orders.js';

/** The process that makes the load: what it costs can be told from what the platform costs. */
export class Generator {
  private constructor(private readonly child: ChildProcess) {}

  static async start(order: ConnectOrder): Promise<Generator> {
    const generator = new Generator(fork(shipped.program('load-generator'), { execArgv: [] }));
    await generator.tell(order);
    return generator;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /**
   * Resolves when every document was read and answered.
   *
   * @throws {Error} when the platform refused something, or the process ended
   */
  async run(order: LoadOrder, signal: AbortSignal): Promise<Report> {
    const answer = await this.tell(order, signal);
    if ('report' in answer) return answer.report;
    throw new Error('the load has no report');
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }

  private async tell(order: Order, signal?: AbortSignal): Promise<Answer> {
    const given = signal === undefined ? {} : { signal };
    const answered = once(this.child, 'message', given);
    const ended = once(this.child, 'exit', given).then(() => {
      throw new Error('the process that makes the load has ended');
    });
    this.child.send(order);
    const answer = answerSchema.parse((await Promise.race([answered, ended]))[0]);
    if ('failure' in answer) throw new Error(answer.failure);
    return answer;
  }
}
