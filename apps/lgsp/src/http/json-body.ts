import { type ClassConstructor } from 'class-transformer';
import { type Request } from 'express';
import { JSON_TYPE, mediaTypeOf, readBody, utf8 } from './body.js';
import { parseStrictJson } from './strict-json.js';
import { validated } from './validate.js';

/** The body of a request that is one JSON object, as its request class; refused as each of the steps refuses. */
export const jsonBody = async <T extends object>(
  request: Request,
  type: ClassConstructor<T>,
  limitBytes: number,
): Promise<T> => {
  mediaTypeOf(request, [JSON_TYPE]);
  return validated(type, parseStrictJson(utf8(await readBody(request, limitBytes))));
};
