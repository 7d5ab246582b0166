import { Injectable } from '@nestjs/common';
import { type Response } from 'express';
import { TooManyRequests } from './access.errors.js';
import { type Caller } from './caller.js';
import { type Allowance, Rates } from './rates.js';

/** So many lines of a request in bulk are one request. */
const LINES_A_REQUEST = 100;

type Charge = (requests: number) => void;

const charges = new WeakMap<object, Charge>();

/** Takes from each system what its requests cost, and tells it what it has left; the operator pays nothing. */
@Injectable()
export class Toll {
  constructor(private readonly rates: Rates) {}

  /** @throws {TooManyRequests} when the system has sent more than it may */
  take(caller: Caller, request: object, response: Pick<Response, 'setHeader'>): void {
    if (caller.kind === 'operator') return;
    const { id } = caller.system;
    const allowance = this.rates.take(id);
    tell(allowance, response);
    if (allowance.retryAfterSeconds !== undefined) {
      throw new TooManyRequests(allowance.retryAfterSeconds);
    }
    charges.set(request, (requests) => {
      this.rates.charge(id, requests);
    });
  }
}

/** Has the caller pay for the lines of a request in bulk, the first hundred of which are paid already. */
export const chargeLines = (request: object, lines: number): void => {
  const requests = Math.ceil(lines / LINES_A_REQUEST) - 1;
  if (requests > 0) charges.get(request)?.(requests);
};

/** As {@link chargeLines}, for lines that come one after another, the first of them with 1. */
export const chargeForLine = (request: object, line: number): void => {
  if (line > 1 && line % LINES_A_REQUEST === 1) charges.get(request)?.(1);
};

/** As draft-ietf-httpapi-ratelimit-headers-10 has it. */
const tell = (allowance: Allowance, response: Pick<Response, 'setHeader'>): void => {
  const { quota, windowSeconds, remaining, resetSeconds } = allowance;
  response.setHeader(
    'RateLimit-Policy',
    `"requests";q=${String(quota)};w=${String(windowSeconds)}`,
  );
  response.setHeader('RateLimit', `"requests";r=${String(remaining)};t=${String(resetSeconds)}`);
};
