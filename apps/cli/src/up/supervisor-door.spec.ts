import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '@lienthong/testing';
import { SupervisorDoor } from './supervisor-door.js';

let door: SupervisorDoor;
let url: string;
let isUp = true;

const ask = (path: string): Promise<Response> => fetch(`${url}${path}`);

beforeEach(async () => {
  isUp = true;
  const supervisor = await freePort();
  url = `http://127.0.0.1:${String(supervisor)}`;
  door = await SupervisorDoor.open(supervisor, () => [
    { name: 'lgsp', isUp, restarts: 0 },
    { name: 'redis', isUp: true, restarts: 3 },
  ]);
});

afterEach(() => door.close());

describe('the supervisor', () => {
  it('is ready while all its processes run, and says which one does not', async () => {
    expect((await ask('/health/live')).status).toBe(200);
    expect((await ask('/health/ready')).status).toBe(200);
    isUp = false;
    const answer = await ask('/health/ready');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      status: 'unavailable',
      checks: [
        { name: 'lgsp', ok: false },
        { name: 'redis', ok: true },
      ],
    });
  });

  it('publishes which of its processes run, and how often they were started again', async () => {
    isUp = false;
    const text = await (await ask('/metrics')).text();
    expect(text).toContain('lienthong_service_up{service="lgsp",app="supervisor"} 0');
    expect(text).toContain('lienthong_service_up{service="redis",app="supervisor"} 1');
    expect(text).toContain('lienthong_service_restarts{service="redis",app="supervisor"} 3');
  });

  it('knows no other address', async () => {
    expect((await ask('/')).status).toBe(404);
  });
});
