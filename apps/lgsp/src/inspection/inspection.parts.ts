import { FiguresController } from './figures.controller.js';
import { FiguresService } from './figures.service.js';
import { Moments } from './moments.js';
import { PlatformMetrics } from './platform-metrics.js';
import { RebuildController } from './rebuild.controller.js';
import { RunController } from './run.controller.js';
import { RunDigestService } from './run-digest.service.js';
import { StatusController } from './status.controller.js';
import { TailController } from './tail.controller.js';
import { TailService } from './tail.service.js';
import { TraceController } from './trace.controller.js';
import { VerificationController } from './verification.controller.js';
import { VerificationService } from './verification.service.js';

/** What operators, auditors and leaders look at. */
export const INSPECTION_CONTROLLERS = [
  TraceController,
  FiguresController,
  StatusController,
  RunController,
  RebuildController,
  VerificationController,
  TailController,
];

export const INSPECTION_SERVICES = [
  Moments,
  FiguresService,
  RunDigestService,
  VerificationService,
  PlatformMetrics,
  TailService,
];
