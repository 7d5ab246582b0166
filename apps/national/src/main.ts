import { createLogger, nationalConfiguration, runProcess } from '@lienthong/platform';
import { startNational } from './national.js';

const logger = createLogger('national');
await runProcess(logger, () => startNational(nationalConfiguration(), logger));
