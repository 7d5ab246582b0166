import { describe, expect, it } from '@jest/globals';
import { problemOf, readProblem } from './problem.js';

describe('a refusal', () => {
  it('is the problem that it tells, with all its members and the status of the answer', () => {
    const told = { type: '/problems/x', code: 'x', status: 400, errors: [{ pointer: 'a' }] };
    expect(readProblem(422, JSON.stringify(told))).toStrictEqual({ ...told, status: 422 });
  });

  it('may tell less than a problem does', () => {
    expect(readProblem(409, '{"code":"x","title":1}')).toMatchObject({
      type: '/problems/x',
      code: 'x',
      status: 409,
      title: undefined,
    });
  });

  it.each([
    ['{"statusCode":422,"message":"nobody plays X","error":"x"}', 'nobody plays X'],
    [
      '{"message":["at must be a time","to must be a list"]}',
      'at must be a time; to must be a list',
    ],
  ])('may have no name but its status: %s', (body, detail) => {
    expect(readProblem(422, body)).toStrictEqual({
      type: 'about:blank',
      code: 'http-422',
      status: 422,
      detail,
    });
  });

  it.each(['', '<html>', 'null', '[]', '{"message":1}'])('may be no problem: %j', (body) => {
    const blank = { type: 'about:blank', code: 'http-502', status: 502 };
    expect(readProblem(502, body)).toStrictEqual(blank);
  });

  it('says when to come again', () => {
    const body = new TextEncoder().encode('{"code":"busy"}');
    const refusal = problemOf({ status: 503, headers: { 'retry-after': '2' }, body });
    expect(refusal).toMatchObject({
      code: 'busy',
      status: 503,
      retryAfterMs: 2_000,
      isFinal: false,
    });
  });
});
