import { describe, expect, it } from '@jest/globals';
import { Metrics } from './metrics.js';

describe('metrics', () => {
  it('are published with the name of their process', async () => {
    const metrics = new Metrics('lgsp');
    metrics.counter('lienthong_unknown_outcomes_total').inc({ outcome: 'found' }, 3);
    metrics.counter('lienthong_unknown_outcomes_total').inc({ outcome: 'found' }, 4);
    metrics.gauge('lienthong_process_waiting').set({ process: 'routing' }, 2);
    const text = await metrics.text();
    expect(text).toContain('lienthong_unknown_outcomes_total{outcome="found",app="lgsp"} 7');
    expect(text).toContain('lienthong_process_waiting{process="routing",app="lgsp"} 2');
  });

  it('are brought up to date when somebody asks', async () => {
    const metrics = new Metrics('lgsp');
    let waiting = 1;
    metrics.whenAsked(async () => {
      await Promise.resolve();
      metrics.gauge('lienthong_commands_waiting').set(waiting);
    });
    expect(await metrics.text()).toContain('lienthong_commands_waiting{app="lgsp"} 1');
    waiting = 3;
    expect(await metrics.text()).toContain('lienthong_commands_waiting{app="lgsp"} 3');
  });

  it('of two processes stay apart', async () => {
    new Metrics('lgsp').gauge('lienthong_parked').set(1);
    expect(await new Metrics('national').text()).not.toContain('lienthong_parked');
  });
});
