import { NoAnswer, PlatformProblem, readProblem } from '@lienthong/connector';
import { type z } from 'zod';
import {
  agencyHistory,
  agencyPage,
  type Closure,
  digestAnswer,
  flowAnswer,
  metricsAnswer,
  issuedKey,
  keyList,
  knownKey,
  type KnownAgency,
  lineOutcome,
  type NewSystem,
  requestPage,
  settleAnswer,
  statusAnswer,
  systemList,
  traceAnswer,
  writtenAt,
} from './operator-answers.js';
import {
  foundAnswer,
  rebuildAnswer,
  rebuildOrder,
  verificationAnswer,
} from './inspection-answers.js';
import { requestJson, requestText } from './request.js';
import { type TopologyAgency } from './topology.js';

const LONGEST_PAGE = '500';
const SETTLE_WITHIN_MS = 120_000;
/** The whole log may have to be read. */
const LOG_READ_WITHIN_MS = 600_000;

type Query = Readonly<Record<string, string | undefined>>;

/** What the operator asks of the platform over HTTP. Refusals are `PlatformProblem`s, silence is `NoAnswer`. */
export class Operator {
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  status() {
    return this.get(statusAnswer, '/v1/status');
  }

  digest() {
    return this.get(digestAnswer, '/v1/events/digest');
  }

  metrics(query: Query = {}) {
    return this.get(metricsAnswer, '/v1/metrics', query);
  }

  /** The events behind a number, NDJSON as it comes. */
  explanation(query: Query): Promise<ReadableStream<Uint8Array>> {
    const signal = AbortSignal.timeout(LOG_READ_WITHIN_MS);
    return this.streamed(this.address('/v1/metrics/explain', query), signal);
  }

  flow(query: Query = {}) {
    return this.get(flowAnswer, '/v1/flow', query);
  }

  /** By our id, or by that of the sender. */
  traces(document: string, query: Query = {}) {
    return this.get(traceAnswer, '/v1/trace', { document, ...query });
  }

  search(query: Query) {
    return this.get(foundAnswer, '/v1/documents', query);
  }

  systems() {
    return this.get(systemList, '/v1/systems');
  }

  /** Everybody who can be written to, today unless `asOf` says otherwise. */
  async agencies(query: Query = {}): Promise<readonly KnownAgency[]> {
    const all: KnownAgency[] = [];
    let after: string | undefined;
    do {
      const page = await this.get(agencyPage, '/v1/agencies', {
        ...query,
        limit: LONGEST_PAGE,
        after,
      });
      all.push(...page.entries);
      after = page.cursor;
    } while (after !== undefined);
    return all;
  }

  /** By its internal id, or a code that it bears or bore. */
  agency(id: string, query: Query = {}) {
    return this.get(agencyHistory, `/v1/agencies/${encodeURIComponent(id)}`, query);
  }

  /** The agency that bears the code today. */
  async agencyByCode(code: string): Promise<KnownAgency | undefined> {
    return (await this.get(agencyPage, '/v1/agencies', { code })).entries[0];
  }

  /** Lets every process of the platform do what it has to do now. */
  settle() {
    return requestJson(settleAnswer, this.address('/v1/settle'), {
      method: 'POST',
      key: this.key,
      timeoutMs: SETTLE_WITHIN_MS,
    });
  }

  /** Outcomes in the order of `lines`; a line that is known already is fine. */
  async registerAgencies(lines: readonly TopologyAgency[]) {
    const answers = await requestText(this.address('/v1/agencies'), {
      method: 'POST',
      key: this.key,
      contentType: 'application/x-ndjson',
      body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    });
    const outcomes = answers.split('\n').filter((line) => line !== '');
    return outcomes.map((outcome) => lineOutcome.parse(JSON.parse(outcome)));
  }

  /** Closes the agency, and says who takes its place; saying it again changes nothing. */
  closeAgency(id: string, closure: Closure) {
    return requestJson(writtenAt, this.address(`/v1/agencies/${id}/closure`), {
      method: 'PUT',
      key: this.key,
      contentType: 'application/json',
      body: JSON.stringify(closure),
    });
  }

  /** Defines a group of recipients, by codes or internal ids; saying it again changes nothing. */
  defineGroup(id: string, group: { name: string; members: readonly string[]; from: string }) {
    return requestJson(writtenAt, this.address(`/v1/groups/${id}`), {
      method: 'PUT',
      key: this.key,
      contentType: 'application/json',
      body: JSON.stringify(group),
    });
  }

  /** Registers the system where it is new; every call hands out a new key. */
  connect(system: NewSystem) {
    return requestJson(issuedKey, this.address('/v1/systems'), {
      method: 'POST',
      key: this.key,
      contentType: 'application/json',
      body: JSON.stringify(system),
    });
  }

  /** The keys of a system, oldest first. */
  keysOf(system: string) {
    return this.get(keyList, `/v1/systems/${system}/keys`);
  }

  /** Puts a new key in the place of an old one, which still opens the door until `oldValidUntil`. */
  rotateKey(system: string, wish: { readonly keyId: string; readonly oldValidUntil: string }) {
    return requestJson(issuedKey, this.address(`/v1/systems/${system}/keys/rotation`), {
      method: 'POST',
      key: this.key,
      contentType: 'application/json',
      body: JSON.stringify(wish),
    });
  }

  /** The key opens nothing any more. */
  revokeKey(system: string, keyId: string) {
    return requestJson(knownKey, this.address(`/v1/systems/${system}/keys/${keyId}`), {
      method: 'DELETE',
      key: this.key,
    });
  }

  /** How the last requests of a system went, newest first. */
  requestsOf(system: string, query: Query) {
    return this.get(requestPage, '/v1/requests', { ...query, system });
  }

  /** Has read models built anew; all of them when none is named. */
  askRebuild(projections: readonly string[]) {
    return requestJson(rebuildOrder, this.address('/v1/rebuilds'), {
      method: 'POST',
      key: this.key,
      contentType: 'application/json',
      body: JSON.stringify(projections.length === 0 ? {} : { projections }),
    });
  }

  rebuild(id: string) {
    return this.get(rebuildAnswer, `/v1/rebuilds/${id}`);
  }

  /** Counts every figure once more. */
  verifyMetrics() {
    return this.verified('metrics');
  }

  /** Reads the whole log and every object. */
  verifyLog() {
    return this.verified('log');
  }

  /** The live tail as it comes; ends when `signal` says so. */
  events(query: Query, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    return this.streamed(this.address('/v1/events', query), signal);
  }

  private async streamed(url: URL, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const headers = { authorization: `Bearer ${this.key}` };
    const response = await fetch(url, { headers, signal }).catch((cause: unknown) => {
      if (!isTimeout(cause)) signal.throwIfAborted();
      throw new NoAnswer(String(url), { cause });
    });
    if (response.ok && response.body !== null) return response.body;
    const { status } = response;
    throw new PlatformProblem(readProblem(status, await response.text()));
  }

  private verified(what: 'metrics' | 'log') {
    return requestJson(verificationAnswer, this.address(`/v1/verification/${what}`), {
      key: this.key,
      timeoutMs: LOG_READ_WITHIN_MS,
    });
  }

  private get<T>(schema: z.ZodType<T>, path: string, query: Query = {}): Promise<T> {
    return requestJson(schema, this.address(path, query), { key: this.key });
  }

  private address(path: string, query: Query = {}): URL {
    const url = new URL(path, this.url);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, value);
    return url;
  }
}

const isTimeout = (error: unknown): boolean =>
  error instanceof Error && error.name === 'TimeoutError';
