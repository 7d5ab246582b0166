import { type Clock } from '@lienthong/kernel';
import { Metrics } from '@lienthong/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type NextFunction, type Request, type Response } from 'express';
import { REAL_CLOCK } from '../access/authentication.js';
import { callerIn } from '../access/caller.js';
import { bytesReceived } from '../http/body.js';
import { type NumberedEntry, type RequestEntry, RequestRing } from './request-ring.js';
import { traceContextOf } from './trace-context.js';

/** As many requests of each system are kept. */
const KEPT = 1_000;

const NOWHERE = 'unmatched';

interface Told {
  readonly traceId: string;
  problem?: string;
}

const told = new WeakMap<object, Told>();

/** The trace that a request belongs to. */
export const traceIdIn = (request: object): string | undefined => told.get(request)?.traceId;

/** Keeps with the request the problem that it is answered with. */
export const rememberProblem = (request: object, code: string): void => {
  const known = told.get(request);
  if (known !== undefined) known.problem = code;
};

/** How the requests of each system went, in the memory of this process alone. */
@Injectable()
export class RequestJournal {
  private readonly rings = new Map<string, RequestRing>();

  constructor(
    @Inject(REAL_CLOCK) private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  /** Stands before everything else: gives the request its trace, and notes how it ended. */
  readonly watch = (request: Request, response: Response, next: NextFunction): void => {
    const at = this.clock.now();
    const begun = performance.now();
    const { socket } = request;
    const sentBefore = socket.bytesWritten;
    const { traceId, traceparent } = traceContextOf(request.header('traceparent'));
    told.set(request, { traceId });
    response.setHeader('traceparent', traceparent);
    response.once('close', () => {
      this.note(request, {
        at,
        method: request.method,
        route: routeOf(request),
        ...(response.writableFinished ? { status: response.statusCode } : {}),
        durationMs: performance.now() - begun,
        receivedBytes: bytesReceived(request),
        sentBytes: socket.bytesWritten - sentBefore,
        traceId,
      });
    });
    next();
  };

  /** Those of a system, newest first; of those before `before`, where it is given. */
  requestsOf(systemId: string, before?: number): Iterable<NumberedEntry> {
    return this.rings.get(systemId)?.from(before) ?? [];
  }

  private note(request: Request, entry: RequestEntry): void {
    const { method, route, status = 0, durationMs } = entry;
    this.metrics
      .histogram('lienthong_http_request_seconds')
      .observe({ method, route, status }, durationMs / 1_000);
    const caller = callerIn(request);
    if (caller?.kind !== 'system') return;
    const problem = told.get(request)?.problem;
    this.ringOf(caller.system.id).add({ ...entry, ...(problem === undefined ? {} : { problem }) });
  }

  private ringOf(systemId: string): RequestRing {
    const ring = this.rings.get(systemId) ?? new RequestRing(KEPT);
    this.rings.set(systemId, ring);
    return ring;
  }
}

/** The pattern of the address, which names nobody. */
const routeOf = (request: Request): string => {
  const route: unknown = request.route;
  if (typeof route !== 'object' || route === null || !('path' in route)) return NOWHERE;
  return typeof route.path === 'string' ? route.path : NOWHERE;
};
