import { describe, expect, it } from '@jest/globals';
import { Refusal } from '@lienthong/kernel';
import * as directory from '@lienthong/directory';
import * as documents from '@lienthong/documents';
import * as edxml from '@lienthong/edxml';
import { StoreUnavailable } from '@lienthong/event-store';
import {
  BadRequestException,
  InternalServerErrorException,
  NotFoundException,
} from '@nestjs/common';
import * as access from '../access/access.errors.js';
import { NamedAgencyUnknown } from '../directory/directory.errors.js';
import * as documentErrors from '../documents/documents.errors.js';
import * as http from '../http/http.errors.js';
import { catalogue } from './catalogue.js';
import { documentProblems } from './documents.catalogue.js';
import { logProblems } from './log.catalogue.js';
import { platformProblems } from './platform.catalogue.js';
import { requestProblems } from './requests.catalogue.js';
import { type ErrorClass } from './problem.js';
import { problemOf, problemTypes } from './problems.js';

const isRefusal = (member: unknown): member is ErrorClass =>
  typeof member === 'function' && Object.prototype.isPrototypeOf.call(Refusal, member);

const refusals = [access, directory, documentErrors, documents, edxml, http].flatMap((module) =>
  Object.values<unknown>({ ...module }).filter(isRefusal),
);

describe('the problems', () => {
  it('tell every refusal of the contexts, the packets and the door', () => {
    const untold = refusals.filter((type) => !catalogue.has(type));
    expect(refusals.length).toBeGreaterThan(25);
    expect(untold.map(({ name }) => name)).toStrictEqual(['PacketRefusal']);
  });

  it('stand once for each error, and no error hides behind another', () => {
    const entries = [...requestProblems, ...documentProblems, ...platformProblems, ...logProblems];
    const classes = entries.map(([type]) => type);
    expect(new Set(classes).size).toBe(classes.length);
    for (const type of classes) {
      expect(
        classes.filter((other) => Object.prototype.isPrototypeOf.call(other, type)),
      ).toStrictEqual([]);
    }
  });

  it('have a code of their own, a status of a refusal and words in both languages', () => {
    const codes = problemTypes.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, status, title, advice } of problemTypes) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(status).toBeGreaterThanOrEqual(400);
      for (const text of [title.vi, title.en, advice.vi, advice.en]) expect(text).toMatch(/\w/);
    }
  });
});

describe('attachments that the axis does not take', () => {
  it('are told with their size, the limit and who is reached over it', () => {
    const problem = problemOf(new documentErrors.PacketBeyondAxis(60_000_000, 52_428_800, ['G22']));
    expect(problem).toMatchObject({ code: 'attachments-beyond-axis', status: 422 });
    for (const part of ['60000000', '52428800', 'G22']) {
      expect(problem.detail).toContain(part);
      expect(problem.detailEn).toContain(part);
    }
  });
});

describe('an error', () => {
  const secret = 'nats://lgsp:secret@10.0.0.1:4222';

  it.each([
    ['that nobody foresaw', new TypeError(secret), 500],
    ['of the framework', new InternalServerErrorException(secret), 500],
    ['of a server that is away', new StoreUnavailable(secret), 503],
  ])('%s says nothing of itself', (_what, error, status) => {
    const problem = problemOf(error);
    expect(problem.status).toBe(status);
    expect(JSON.stringify(problem)).not.toMatch(/secret|10\.0\.0\.1/);
  });

  it('that passes says when to come again', () => {
    expect(problemOf(new StoreUnavailable('x')).retryAfterSeconds).toBe(1);
    expect(problemOf(new access.TooManyRequests(7)).retryAfterSeconds).toBe(7);
    expect(problemOf(new http.MalformedJson('x'))).not.toHaveProperty('retryAfterSeconds');
  });

  it('of an address is told as one', () => {
    expect(problemOf(new NotFoundException()).code).toBe('not-found');
    expect(problemOf(new BadRequestException()).code).toBe('malformed-address');
  });

  it('names what the caller may know: codes, fields and places', () => {
    expect(problemOf(new documentErrors.RecipientUnknown(['H1', 'H2'])).detail).toMatch(/H1, H2/);
    expect(problemOf(new access.SenderNotYours('H1')).detailEn).toMatch(/H1/);
    for (const error of [
      new documents.RequestOpen('update', ['H1', 'H2']),
      new documents.RequestOpen('take-back', ['H1', 'H2']),
      new documents.TooLate('completed', ['H1', 'H2']),
      new documentErrors.NotARecipient(['H1', 'H2']),
    ]) {
      expect(problemOf(error).detail).toMatch(/: H1, H2\. /);
      expect(problemOf(error).detailEn).toMatch(/: H1, H2\. /);
    }
    const nobody = problemOf(new NamedAgencyUnknown('H1', '/members/1'));
    expect(nobody).toMatchObject({ code: 'agency-unknown', errors: [{ pointer: '/members/1' }] });
    expect(nobody.detail).toMatch(/H1/);
    const faults = [{ pointer: '/to', message: 'is missing' }];
    expect(problemOf(new http.InvalidField(faults)).errors).toStrictEqual(faults);
    const broken = new edxml.MalformedXml('x', { line: 3, column: 4 });
    expect(problemOf(broken)).toMatchObject({ code: 'malformed-xml', line: 3, column: 4 });
  });
});
