/**
 * The rules do not allow what was asked; nothing has happened.
 *
 * One subclass for each meaning. A door maps each class to its problem type in one table.
 */
export abstract class Refusal extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
