import {
  ActRequest,
  IssueRequest,
  keyedOrder,
  type MockSystem,
  type OrderOutcome,
  type Problem,
  SettleRequest,
  type StatusOutcome,
} from '@lienthong/connector';
import { instant } from '@lienthong/kernel';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Post,
  Query,
  UnprocessableEntityException,
} from '@nestjs/common';
import { EofficeSystems, type Failing, SendersUnknown } from '../office/eoffice-systems.js';
import { type AgencyRegister } from '../registers/agency-register.js';
import { type Counts } from '../registers/registers.js';

/** Where the conductor of a scenario tells the e-office systems what to do; on the loopback alone. */
@Controller('control')
export class ControlController {
  constructor(@Inject(EofficeSystems) private readonly systems: EofficeSystems) {}

  /** 202 when every document is in its outgoing register; 422 when nobody here works for one of the senders. */
  @Post('issue')
  @HttpCode(202)
  async issue(@Body() { documents }: IssueRequest): Promise<void> {
    try {
      await this.systems.issue(documents.map(keyedOrder));
    } catch (error) {
      if (error instanceof SendersUnknown) throw new UnprocessableEntityException(error.message);
      throw error;
    }
  }

  /** What became of an order, by its key; 404 when none was given under it. */
  @Get('issued')
  issued(@Query('key') key?: string): OrderOutcome {
    const outcome = this.systems.outcomeOf(key ?? '');
    if (outcome === undefined) throw new NotFoundException();
    return outcome;
  }

  @Get('state')
  state(): Counts & { failing: readonly Failing[] } {
    return { ...this.systems.counts(), failing: this.systems.failing() };
  }

  @Get('systems')
  overview(): { systems: readonly MockSystem[] } {
    return { systems: this.systems.overview() };
  }

  /** What somebody does in the place of an agency; 404 when nobody here works for it. */
  @Post('act')
  @HttpCode(200)
  async act(@Body() request: ActRequest): Promise<{ outcome?: ToldOutcome }> {
    try {
      const outcome = await this.systems.act(request);
      return outcome === undefined ? {} : { outcome: told(outcome) };
    } catch (error) {
      if (error instanceof SendersUnknown) throw new NotFoundException(error.message);
      throw error;
    }
  }

  /** Both registers of an agency, by one of its codes; 404 when nobody here works for it. */
  @Get('register')
  async register(@Query('agency') agency?: string): Promise<AgencyRegister> {
    const register = await this.systems.register(agency ?? '');
    if (register === undefined) throw new NotFoundException();
    return register;
  }

  @Post('settle')
  @HttpCode(200)
  async settle(@Body() { until }: SettleRequest): Promise<{ found: number; outstanding: number }> {
    const found = await this.systems.settle(until === undefined ? undefined : instant(until));
    return { found, outstanding: this.systems.counts().outstanding };
  }
}

type ToldOutcome =
  Extract<StatusOutcome, { ok: true }> | { readonly ok: false; readonly problem: Problem };

/** With the problem as the platform told it. */
const told = (outcome: StatusOutcome): ToldOutcome =>
  outcome.ok ? outcome : { ok: false, problem: outcome.problem.problem };
