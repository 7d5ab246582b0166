import { InvalidToken } from '@lienthong/contracts';

/**
 * Does what needs a name that somebody gave; what cannot be a name is the name of nobody.
 *
 * @param unknown the answer where nobody bears the name
 */
export const withName = async <T>(work: () => Promise<T>, unknown: () => Error): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof InvalidToken ? unknown() : error;
  }
};
