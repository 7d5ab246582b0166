import { type NextFunction, type Request, type Response } from 'express';

/** Whether the axis can be reached at all; switched while it runs, for those who want to see what happens then. */
export class Outage {
  private isOn = false;

  switch(on: boolean): void {
    this.isOn = on;
  }

  /** Cuts calls off without an answer. Whoever watches the process is answered still. */
  readonly cut = (request: Request, _response: Response, next: NextFunction): void => {
    if (this.isOn && !request.path.startsWith('/health')) request.socket.destroy();
    else next();
  };
}
