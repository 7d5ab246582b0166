import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import {
  COUNTERS,
  type CounterName,
  GAUGES,
  type GaugeName,
  HISTOGRAMS,
  type HistogramName,
} from './metric-names.js';

/** Sets what it knows; what it cannot find out is better left out than wrong. */
type Observer = () => void | Promise<void>;

/** The metrics of one process. Asking twice for a name gives the same metric. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly counters = new Map<CounterName, Counter>();
  private readonly gauges = new Map<GaugeName, Gauge>();
  private readonly histograms = new Map<HistogramName, Histogram>();
  private readonly observers: Observer[] = [];

  constructor(app: string) {
    this.registry.setDefaultLabels({ app });
    collectDefaultMetrics({ register: this.registry });
  }

  counter(name: CounterName): Counter {
    return remembered(this.counters, name, () => new Counter(this.described(name, COUNTERS[name])));
  }

  gauge(name: GaugeName): Gauge {
    return remembered(this.gauges, name, () => new Gauge(this.described(name, GAUGES[name])));
  }

  histogram(name: HistogramName): Histogram {
    return remembered(
      this.histograms,
      name,
      () => new Histogram(this.described(name, HISTOGRAMS[name])),
    );
  }

  /** Has `observe` bring what it knows up to date each time somebody asks. */
  whenAsked(observe: Observer): void {
    this.observers.push(observe);
  }

  /** Everything, in the Prometheus text format. */
  async text(): Promise<string> {
    await Promise.all(
      this.observers.map(async (observe) => {
        await observe();
      }),
    );
    return this.registry.metrics();
  }

  private described(name: string, { help, labels }: { help: string; labels: readonly string[] }) {
    return { name, help, labelNames: [...labels], registers: [this.registry] };
  }
}

const remembered = <Name, Metric>(
  known: Map<Name, Metric>,
  name: Name,
  make: () => Metric,
): Metric => {
  const metric = known.get(name) ?? make();
  known.set(name, metric);
  return metric;
};
