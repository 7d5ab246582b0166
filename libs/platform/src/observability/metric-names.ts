interface MetricDefinition {
  readonly help: string;
  readonly labels: readonly string[];
}

/** Every metric that a process of ours publishes: its name, meaning and labels. Units are base units. */
export const COUNTERS = {
  lienthong_events_appended_total: { help: 'Events made durable in the log', labels: [] },
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
  lienthong_axis_calls_total: {
    help: 'Calls to the national axis by operation and outcome',
    labels: ['operation', 'outcome'],
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
} as const satisfies Record<string, MetricDefinition>;

export const HISTOGRAMS = {
  lienthong_http_request_seconds: {
    help: 'Duration of a request at the HTTP door',
    labels: ['method', 'route', 'status'],
  },
  lienthong_append_seconds: {
    help: 'From a command to the acknowledgement that its events are durable',
    labels: [],
  },
  lienthong_apply_seconds: {
    help: 'Duration of applying one batch to a read model',
    labels: ['projection'],
  },
} as const satisfies Record<string, MetricDefinition>;

export type CounterName = keyof typeof COUNTERS;
export type GaugeName = keyof typeof GAUGES;
export type HistogramName = keyof typeof HISTOGRAMS;
