import { Payload } from '@nestjs/microservices';
import { type FollowerOptions, Follows, LogHandlers, type Of } from '../log/follows.js';
import { DirectoryView } from './directory.view.js';

const DIRECTORY: FollowerOptions = { name: 'directory', kept: 'memory' };

/** Keeps up the directory of this process: known before anybody else follows the log, and told first. */
@LogHandlers()
export class DirectoryHandlers {
  constructor(private readonly view: DirectoryView) {}

  @Follows(DIRECTORY, 'agency', 'group', 'system')
  apply(@Payload() recorded: Of<'agency' | 'group' | 'system'>): void {
    this.view.apply(recorded);
  }
}
