import { StoreUnavailable } from '../event-store.errors.js';

/** The server's answer. @throws {StoreUnavailable} when there is none, so that the same may be asked again */
export const answered = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    throw new StoreUnavailable('the server does not answer', { cause: error });
  }
};
