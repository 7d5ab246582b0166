import { createLogger, eofficeConfiguration, runProcess } from '@lienthong/platform';
import { startEoffice } from './eoffice.js';

const logger = createLogger('eoffice');
await runProcess(logger, () => startEoffice(eofficeConfiguration(), logger));
