import { type z } from 'zod';
import { ask, NoAnswer } from '../http/ask.js';
import { decode, textOf } from '../http/decode.js';
import { Multipart } from '../http/multipart.js';
import { patiently, type Patience, SHORT_PATIENCE } from '../http/patience.js';
import {
  agenciesSchema,
  type AxisAgency,
  type AxisListItem,
  type AxisMessageType,
  type AxisRegistration,
  type AxisSentItem,
  type AxisTransportStatus,
  contentSchema,
  countSchema,
  listSchema,
  sentListSchema,
  sentSchema,
  verdictSchema,
} from './messages.js';

const SERVICE_TYPE = 'eDoc';
const ANSWER_WITHIN_MS = 60_000;

/** The axis understood and said no (`FAIL`), of the request itself or of the state that either side is in. */
export class AxisRefused extends Error {
  constructor(
    readonly operation: string,
    readonly code: string,
    readonly desc: string,
  ) {
    super(`${operation}: ${code} ${desc}`);
    this.name = 'AxisRefused';
  }
}

/** The axis did not answer, or with an HTTP error; whether the request had an effect is unknown. */
export class AxisUnreachable extends Error {
  constructor(
    readonly operation: string,
    options?: ErrorOptions,
  ) {
    super(`the axis does not answer ${operation}`, options);
    this.name = 'AxisUnreachable';
  }
}

export interface AxisOptions {
  /** `http://127.0.0.1:8390`, or a province's `http://127.0.0.1:8380/compat`, which speaks the same dialect. */
  readonly url: string;
  /** The id under which the system is registered, an agency code. */
  readonly systemId: string;
  readonly secret: string;
  /** Default: {@link SHORT_PATIENCE}. */
  readonly patience?: Patience;
  readonly signal?: AbortSignal;
}

export interface AxisPage {
  readonly messagetype: AxisMessageType;
  /** Items at most. */
  readonly pageSize?: number;
  /** From 0. */
  readonly pageIndex?: number;
}

/**
 * The national document axis as one registered system sees it: one method an operation, `POST /<operation>`.
 *
 * Every method throws {@link AxisRefused} on an in-band `FAIL`, {@link AxisUnreachable} when the axis stays away for
 * longer than the options' patience, `UnreadableAnswer` when it breaks its interface.
 */
export class AxisClient {
  constructor(private readonly options: AxisOptions) {}

  /** @returns the packet's id on the axis; the same bytes again get the same id */
  async sendEdoc(packet: Uint8Array, messagetype: AxisMessageType): Promise<string> {
    const { systemId: from } = this.options;
    const header = JSON.stringify({ from, servicetype: SERVICE_TYPE, messagetype });
    const form = new Multipart([
      { name: 'header', content: header },
      { name: 'file', fileName: 'packet.edxml', content: packet },
    ]);
    return (await this.call('sendEdoc', form, sentSchema)).DocID;
  }

  /** Packets for this system that it has not acknowledged, oldest first. */
  async getReceivedEdocList(page: AxisPage): Promise<readonly AxisListItem[]> {
    const request = { ...page, servicetype: SERVICE_TYPE };
    return (await this.call('getReceivedEdocList', request, listSchema)).list;
  }

  /** The packet's bytes as they were sent. */
  async getEdoc(docId: string): Promise<Uint8Array> {
    const { Data } = await this.call('getEdoc', { docId }, contentSchema);
    return new Uint8Array(Buffer.from(Data, 'base64'));
  }

  /** The same as {@link getEdoc}, under the name that newer clients use. */
  async downloadEdoc(docId: string): Promise<Uint8Array> {
    const { Data } = await this.call('downloadEdoc', { docId }, contentSchema);
    return new Uint8Array(Buffer.from(Data, 'base64'));
  }

  async updateStatus(docid: string, status: AxisTransportStatus): Promise<void> {
    await this.call('updateStatus', { docid, status }, verdictSchema);
  }

  /** How a packet that this system sent fares at each system that receives it. */
  async getSentEdocList(
    docId: string,
    messagetype: AxisMessageType,
  ): Promise<readonly AxisSentItem[]> {
    const request = { docId, messagetype, servicetype: SERVICE_TYPE };
    return (await this.call('getSentEdocList', request, sentListSchema)).list;
  }

  async getAgenciesList(): Promise<readonly AxisAgency[]> {
    return (await this.call('getAgenciesList', {}, agenciesSchema)).agencies;
  }

  /** @param level 1 central, 2 province, 3 district, 4 commune */
  async getAgenciesListQD20(level: number): Promise<readonly AxisAgency[]> {
    return (await this.call('getAgenciesListQD20', { level }, agenciesSchema)).agencies;
  }

  /** The agencies for which this system receives. */
  async getSynchronizeUnit(): Promise<readonly AxisAgency[]> {
    return (await this.call('getSynchronizeUnit', {}, agenciesSchema)).agencies;
  }

  async registerAgency(agency: AxisRegistration): Promise<void> {
    await this.call('registerAgency', agency, verdictSchema);
  }

  /** @param agencyCode in either form */
  async deleteAgency(agencyCode: string): Promise<void> {
    await this.call('deleteAgency', { AgencyCode: agencyCode }, verdictSchema);
  }

  async countReceiveEdoc(): Promise<number> {
    return (await this.call('countReceiveEdoc', {}, countSchema)).count;
  }

  async countReceiveStatus(): Promise<number> {
    return (await this.call('countReceiveStatus', {}, countSchema)).count;
  }

  private async call<T>(operation: string, request: object, answer: z.ZodType<T>): Promise<T> {
    const { patience = SHORT_PATIENCE, signal } = this.options;
    const text = await patiently(patience, signal, transient, () => this.post(operation, request));
    const verdict = decode(verdictSchema, text, operation);
    if (verdict.status === 'FAIL') {
      throw new AxisRefused(operation, verdict.ErrorCode, verdict.ErrorDesc);
    }
    return decode(answer, text, operation);
  }

  private async post(operation: string, request: object): Promise<string> {
    const { url, systemId, secret, signal } = this.options;
    const identity = { 'X-SystemId': systemId, 'X-SecretKey': secret };
    const isForm = request instanceof Multipart;
    const type = isForm ? request.contentType : 'application/json';
    const answer = await reached(operation, () =>
      ask({
        method: 'POST',
        url: `${url.replace(/\/+$/, '')}/${operation}`,
        headers: { ...identity, 'content-type': type },
        body: isForm ? request.body : JSON.stringify(request),
        timeoutMs: ANSWER_WITHIN_MS,
        signal,
      }),
    );
    if (answer.status !== 200) {
      throw new AxisUnreachable(operation, { cause: `HTTP ${String(answer.status)}` });
    }
    return textOf(answer.body);
  }
}

const reached = async <T>(operation: string, attempt: () => Promise<T>): Promise<T> => {
  try {
    return await attempt();
  } catch (error) {
    throw error instanceof NoAnswer ? new AxisUnreachable(operation, { cause: error }) : error;
  }
};

const transient = (error: unknown): { afterMs: number } | undefined =>
  error instanceof AxisUnreachable ? { afterMs: 0 } : undefined;
