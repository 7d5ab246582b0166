import { type Instant, toRfc3339 } from '@lienthong/kernel';
import { formatSignatures, SIGNATURE_HEADER, type Signer } from '@lienthong/signatures';
import { type Answer, ask, NoAnswer, type Question } from '../http/ask.js';
import { decode, textOf, UnreadableAnswer } from '../http/decode.js';
import { patiently, type Patience, SHORT_PATIENCE, type Transient } from '../http/patience.js';
import {
  type Accepted,
  acceptedLineSchema,
  acceptedSchema,
  type InboxPage,
  inboxPageSchema,
  type NewDocument,
  newDocumentJson,
  outcomeSchema,
  statusLine,
  type StatusPage,
  statusPageSchema,
  type StatusReport,
  type Uploaded,
  uploadedSchema,
} from './messages.js';
import { PlatformProblem, problemOf } from './problem.js';

const ANSWER_WITHIN_MS = 30_000;

export interface PlatformOptions {
  /** `http://127.0.0.1:8380` */
  readonly url: string;
  /** The system's key; it decides for which agencies the client may speak. */
  readonly key: string;
  /** Default: {@link SHORT_PATIENCE}. */
  readonly patience?: Patience;
  /** Ends every request of the client, and its patience. */
  readonly signal?: AbortSignal;
}

export interface PageQuery {
  /** Where the page before ended; from the beginning when absent. */
  readonly after?: string | undefined;
  /** Entries at most; the platform's default is 100. */
  readonly limit?: number;
  /** Seconds (0–30) to wait for an entry when there is none. */
  readonly wait?: number;
  /** Codes or internal ids; all agencies of the system when absent. */
  readonly agencies?: readonly string[];
}

/** What goes with a document besides its bytes. */
export interface Sending {
  /** Business time of issue; only where the platform's clock is a scenario's. */
  readonly at?: Instant | undefined;
  /** Who signs the document, 8 at most: the agency itself, and whom it lets sign. */
  readonly signers?: readonly Signer[];
}

/** How one line of a bulk report fared. */
export type StatusOutcome =
  | {
      readonly ok: true;
      readonly sequence: number;
      readonly recorded: boolean;
      readonly late: boolean;
    }
  | { readonly ok: false; readonly problem: PlatformProblem };

/** How one document of many fared. */
export type DocumentOutcome =
  (Accepted & { readonly ok: true }) | { readonly ok: false; readonly problem: PlatformProblem };

/**
 * What a connected system asks of the platform, over HTTP.
 *
 * A request whose outcome is unknown, and one that the platform cannot take now (429, 5xx), is repeated with the same
 * content as the options' patience says; the platform gives a repetition the same answer and no second effect.
 *
 * Every method throws {@link PlatformProblem} when the platform refuses, {@link NoAnswer} when it stays away,
 * {@link UnreadableAnswer} when it breaks its interface.
 */
export class PlatformClient {
  constructor(private readonly options: PlatformOptions) {}

  /** @param how signatures are over the bytes as they are sent */
  async sendDocument(document: NewDocument, how: Sending = {}): Promise<Accepted> {
    return this.submit('application/json', Buffer.from(newDocumentJson(document)), how);
  }

  /** @param packet an edXML packet, byte for byte */
  async sendPacket(packet: Uint8Array, how: Sending = {}): Promise<Accepted> {
    return this.submit('application/edxml+xml', new Uint8Array(packet), how);
  }

  /** @param documentId the platform's id */
  async revokeDocument(documentId: string, reason: string, how: Sending = {}): Promise<Accepted> {
    const { at, signers = [] } = how;
    const path = `/v1/documents/${encodeURIComponent(documentId)}/revocation`;
    const revocation = { reason, ...(at === undefined ? {} : { at: toRfc3339(at) }) };
    const body = Buffer.from(JSON.stringify(revocation));
    const headers = {
      'content-type': 'application/json',
      ...(await signatureHeader(body, signers)),
    };
    return decode(acceptedSchema, textOf((await this.post(path, body, headers)).body), path);
  }

  /** Any number of documents in one request, each 1 MiB of JSON at most; outcomes come in the order of `documents`. */
  async sendDocuments(
    documents: readonly NewDocument[],
    { at }: Pick<Sending, 'at'> = {},
  ): Promise<readonly DocumentOutcome[]> {
    const headers = at === undefined ? {} : { 'lienthong-time': toRfc3339(at) };
    const outcomes = await this.inBulk('/v1/documents', documents.map(newDocumentJson), headers);
    return outcomes.map((line) => documentOutcomeOf(line, '/v1/documents'));
  }

  /** Keeps the content of an attachment, 50 MiB at most, for documents that name its digest within half a day. */
  async upload(content: Uint8Array<ArrayBuffer> | Blob): Promise<Uploaded> {
    const path = '/v1/objects';
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await this.post(path, content, headers);
    return decode(uploadedSchema, textOf(answer.body), path);
  }

  /** Any number of statuses in one request; outcomes come in the order of `reports`. */
  async reportStatuses(reports: readonly StatusReport[]): Promise<readonly StatusOutcome[]> {
    const outcomes = await this.inBulk('/v1/statuses', reports.map(statusLine));
    return outcomes.map((line) => outcomeOf(line, '/v1/statuses'));
  }

  async inbox(query: PageQuery = {}): Promise<InboxPage> {
    const answer = await this.page('/v1/inbox', query);
    return decode(inboxPageSchema, textOf(answer.body), '/v1/inbox');
  }

  async statuses(query: PageQuery = {}): Promise<StatusPage> {
    const answer = await this.page('/v1/statuses', query);
    return decode(statusPageSchema, textOf(answer.body), '/v1/statuses');
  }

  /** The bytes that the sender handed in. */
  async packet(documentId: string): Promise<Uint8Array> {
    const answer = await this.get(`/v1/documents/${encodeURIComponent(documentId)}/packet`);
    return answer.body;
  }

  /** The content of an attachment of a document that one of the system's agencies sent or got. */
  async attachment(documentId: string, digest: string): Promise<Uint8Array> {
    const document = encodeURIComponent(documentId);
    const answer = await this.get(`/v1/documents/${document}/attachments/${digest}`);
    return answer.body;
  }

  /** An answer for each line, in their order. */
  private async inBulk(
    path: string,
    lines: readonly string[],
    headers: Readonly<Record<string, string>> = {},
  ): Promise<readonly string[]> {
    if (lines.length === 0) return [];
    const body = lines.map((line) => `${line}\n`).join('');
    const type = { 'content-type': 'application/x-ndjson' };
    const answer = await this.post(path, body, { ...headers, ...type });
    const answers = textOf(answer.body).split('\n').filter(Boolean);
    if (answers.length !== lines.length) throw new UnreadableAnswer(path);
    return answers;
  }

  private async submit(
    mediaType: string,
    body: Uint8Array<ArrayBuffer>,
    { at, signers = [] }: Sending,
  ): Promise<Accepted> {
    const path = '/v1/documents';
    const headers = {
      'content-type': mediaType,
      ...(at === undefined ? {} : { 'lienthong-time': toRfc3339(at) }),
      ...(await signatureHeader(body, signers)),
    };
    const answer = await this.post(path, body, headers);
    return decode(acceptedSchema, textOf(answer.body), path);
  }

  private async page(path: string, query: PageQuery): Promise<Answer> {
    const { after, limit, wait = 0, agencies = [] } = query;
    const parameters = new URLSearchParams({ wait: String(wait) });
    if (after !== undefined) parameters.set('after', after);
    if (limit !== undefined) parameters.set('limit', String(limit));
    for (const agency of agencies) parameters.append('agency', agency);
    return this.get(`${path}?${parameters.toString()}`, wait * 1_000);
  }

  private async get(path: string, waitMs = 0): Promise<Answer> {
    return this.request(path, { method: 'GET', timeoutMs: ANSWER_WITHIN_MS + waitMs });
  }

  private async post(
    path: string,
    body: string | Uint8Array<ArrayBuffer> | Blob,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    return this.request(path, { method: 'POST', body, headers, timeoutMs: ANSWER_WITHIN_MS });
  }

  private async request(
    path: string,
    question: Pick<Question, 'method' | 'body' | 'timeoutMs'> & Partial<Pick<Question, 'headers'>>,
  ): Promise<Answer> {
    const { url, key, patience = SHORT_PATIENCE, signal } = this.options;
    const headers = { ...question.headers, authorization: `Bearer ${key}` };
    const whole = { ...question, headers, url: new URL(path, url).href, signal };
    return patiently(patience, signal, transient, async () => accepted(await ask(whole)));
  }
}

const signatureHeader = async (
  body: Uint8Array,
  signers: readonly Signer[],
): Promise<Readonly<Record<string, string>>> => {
  if (signers.length === 0) return {};
  const signatures = signers.map(async (signer) => {
    const { certificate } = signer;
    return { value: await signer.sign(body), certificate };
  });
  return { [SIGNATURE_HEADER]: formatSignatures(await Promise.all(signatures)) };
};

const accepted = (answer: Answer): Answer => {
  if (answer.status >= 400) throw problemOf(answer);
  return answer;
};

const transient = (error: unknown): Transient | undefined => {
  if (error instanceof NoAnswer) return { afterMs: 0 };
  if (error instanceof PlatformProblem && !error.isFinal) return { afterMs: error.retryAfterMs };
  return undefined;
};

const documentOutcomeOf = (line: string, path: string): DocumentOutcome => {
  const outcome = decode(acceptedLineSchema, line, path);
  return outcome.ok ? outcome : { ok: false, problem: new PlatformProblem(outcome.problem) };
};

const outcomeOf = (line: string, path: string): StatusOutcome => {
  const outcome = decode(outcomeSchema, line, path);
  return outcome.ok ? outcome : { ok: false, problem: new PlatformProblem(outcome.problem) };
};
