interface MetricDefinition {
  readonly help: string;
  readonly labels: readonly string[];
}

/** Every metric that a process of ours publishes: its name, meaning and labels. Units are base units. */
export const COUNTERS = {
  lienthong_events_applied_total: {
    help: 'Events applied to a read model',
    labels: ['projection'],
  },
  lienthong_poison_messages_total: {
    help: 'Messages that a read model passed over because they cannot be decoded',
    labels: ['projection'],
  },
  lienthong_unknown_outcomes_total: {
    help: 'Writes without an acknowledgement, by whether the log held them when it was asked',
    labels: ['outcome'],
  },
} as const satisfies Record<string, MetricDefinition>;

export const GAUGES = {
  lienthong_commands_waiting: {
    help: 'Commands that the log has not answered yet',
    labels: [],
  },
  lienthong_log_last_sequence: { help: 'Sequence of the newest event', labels: [] },
  lienthong_process_checkpoint: {
    help: 'Sequence up to which a process has reacted',
    labels: ['process'],
  },
  lienthong_process_waiting: {
    help: 'What a process has still to do',
    labels: ['process'],
  },
  lienthong_process_oldest_waiting_seconds: {
    help: 'How long the oldest of it has been waiting',
    labels: ['process'],
  },
  lienthong_parked: { help: 'Messages parked for a person to look at', labels: [] },
  lienthong_projection_position: {
    help: 'Sequence up to which a read model is built',
    labels: ['projection'],
  },
  lienthong_projection_lag: {
    help: 'Events of the log that a read model does not know yet',
    labels: ['projection'],
  },
  lienthong_axis_reachable: { help: '1 when the national axis answered last', labels: [] },
  lienthong_outstanding: {
    help: 'What the systems that this process stands for have still to do',
    labels: [],
  },
  lienthong_service_up: {
    help: '1 when a process of the platform runs',
    labels: ['service'],
  },
  lienthong_service_restarts: {
    help: 'How often a process was started again since the platform was',
    labels: ['service'],
  },
} as const satisfies Record<string, MetricDefinition>;

export const HISTOGRAMS = {
  lienthong_http_request_seconds: {
    help: 'Duration of a request at the HTTP door',
    labels: ['method', 'route', 'status'],
  },
  lienthong_apply_seconds: {
    help: 'Duration of applying one batch to a read model',
    labels: ['projection'],
  },
} as const satisfies Record<string, MetricDefinition>;

export type CounterName = keyof typeof COUNTERS;
export type GaugeName = keyof typeof GAUGES;
export type HistogramName = keyof typeof HISTOGRAMS;
