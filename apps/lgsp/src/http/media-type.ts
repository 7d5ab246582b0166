import { type Request } from 'express';
import { UnsupportedMediaType } from './http.errors.js';

/**
 * For a body that is taken as it is, of whatever type.
 *
 * @throws {UnsupportedMediaType} when it is packed, or a form around it
 */
export const refuseWrapped = ({ headers }: Pick<Request, 'headers'>): void => {
  const packed = (headers['content-encoding'] ?? 'identity') !== 'identity';
  const isForm = /^\s*multipart\//i.test(headers['content-type'] ?? '');
  if (packed || isForm) throw new UnsupportedMediaType(['application/octet-stream']);
};
