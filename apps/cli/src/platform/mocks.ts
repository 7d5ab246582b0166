import { PlatformProblem } from '@lienthong/connector';
import { z } from 'zod';
import { controlBeyondAxis } from './mock-control.js';
import { type Addresses } from './platform-file.js';
import { requestJson } from './request.js';

const system = z.object({
  id: z.string(),
  agencies: z.array(z.string()),
  waiting: z.int(),
  paused: z.array(z.string()),
  lastError: z.string().optional(),
});

const fault = z.object({
  kind: z.string(),
  probability: z.number(),
  seed: z.string(),
  milliseconds: z.int(),
  struck: z.int(),
});

const systems = z.object({ systems: z.array(system) });
const faults = z.object({ faults: z.array(fault) });

const outcome = z.object({
  outcome: z
    .union([
      z.looseObject({ ok: z.literal(true), sequence: z.int(), late: z.boolean() }),
      z.object({
        ok: z.literal(false),
        problem: z.looseObject({ type: z.string(), code: z.string(), status: z.int() }),
      }),
    ])
    .optional(),
});

export type Mock = 'eoffice' | 'national';

export type MockSystem = z.infer<typeof system> & { readonly mock: Mock };

/** A fault of the axis that is switched on. */
export type MockFault = z.infer<typeof fault>;

export interface FaultOrder {
  readonly kind: string;
  readonly probability: number;
  readonly seed?: string | undefined;
  readonly milliseconds?: number | undefined;
}

/** What somebody does in the place of an agency. */
export type MockAct =
  | { readonly agency: string; readonly act: 'pause' | 'resume' }
  | {
      readonly agency: string;
      readonly act: 'report';
      readonly documentId: string;
      readonly headerDocumentId: string;
      readonly status: string;
      readonly description?: string | undefined;
    };

const NOT_FOUND = 404;

/** The mocks of a platform, steered by hand. */
export class Mocks {
  constructor(private readonly addresses: Addresses) {}

  async systems(): Promise<readonly MockSystem[]> {
    const of = async (mock: Mock): Promise<readonly MockSystem[]> =>
      (await requestJson(systems, this.url(mock, 'systems'))).systems.map((one) => ({
        mock,
        ...one,
      }));
    const mocks: readonly Mock[] =
      this.addresses.nationalControl === undefined ? ['eoffice'] : ['eoffice', 'national'];
    return (await Promise.all(mocks.map(of))).flat();
  }

  async faults(): Promise<readonly MockFault[]> {
    if (this.addresses.nationalControl === undefined) return [];
    return (await requestJson(faults, this.url('national', 'faults'))).faults;
  }

  /** @param order with the probability 0 it is switched off */
  async switchFault(order: FaultOrder): Promise<readonly MockFault[]> {
    return (await requestJson(faults, this.url('national', 'faults'), posted(order))).faults;
  }

  /**
   * Has whichever mock works for the agency do it.
   *
   * @throws {PlatformProblem} when neither does, or the report is refused
   */
  async act(act: MockAct): Promise<Mock> {
    const url = this.url('eoffice', 'act');
    try {
      const answer = await requestJson(outcome, url, posted(act));
      if (answer.outcome?.ok === false) throw new PlatformProblem(answer.outcome.problem);
      return 'eoffice';
    } catch (error) {
      if (!(error instanceof PlatformProblem) || !isNobodyHere(error)) throw error;
    }
    await requestJson(z.unknown(), this.url('national', 'act'), posted(act));
    return 'national';
  }

  private url(mock: Mock, path: string): URL {
    const { addresses } = this;
    const control = mock === 'eoffice' ? addresses.eofficeControl : controlBeyondAxis(addresses);
    return new URL(`/control/${path}`, control);
  }
}

const isNobodyHere = ({ status, code }: PlatformProblem): boolean =>
  status === NOT_FOUND && code === `http-${String(NOT_FOUND)}`;

const posted = (body: unknown) => ({
  method: 'POST' as const,
  contentType: 'application/json',
  body: JSON.stringify(body),
});
