import { DocumentUnknown } from '@lienthong/documents';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { problemOfLine } from './line-problem.js';

describe('a line that fails among others', () => {
  const logged = jest.spyOn(Logger.prototype, 'error').mockReturnValue();

  afterEach(() => {
    logged.mockClear();
  });

  it('is logged when the fault is ours', () => {
    const error = new TypeError('x');
    expect(problemOfLine(error, 7)).toMatchObject({ status: 500 });
    expect(logged.mock.calls).toStrictEqual([[{ err: error, line: 7 }, 'unexpected']]);
  });

  it('is only told when the fault is the caller’s', () => {
    expect(problemOfLine(new DocumentUnknown(), 7)).toMatchObject({ status: 404 });
    expect(logged).not.toHaveBeenCalled();
  });
});
