import { inspect } from 'node:util';
import { percentile } from '../percentile.js';
import { HttpDoor } from './door.js';
import { type Measured } from './load.js';
import { type Answer, type ConnectOrder, type Order, orderSchema, type Report } from './orders.js';
import { type Party, Traffic } from './traffic.js';

const PAGE = 500;
const WAIT_SECONDS = 10;

let traffic: Traffic | undefined;

const carryOut = async (order: Order): Promise<Answer> => {
  if (order.kind === 'connect') {
    traffic = connected(order);
    return { done: true };
  }
  if (traffic === undefined) return { failure: 'not connected' };
  const measured =
    order.kind === 'flow'
      ? await traffic.flow(order.writers, order.seconds)
      : await traffic.offer(order.perSecond, order.seconds);
  return { report: reportOf(measured) };
};

const connected = ({ url, sender, recipients }: ConnectOrder): Traffic => {
  const partyOf = ({ code, key }: typeof sender): Party => ({
    code,
    door: new HttpDoor({ url, key, limit: PAGE, waitSeconds: WAIT_SECONDS }),
  });
  return new Traffic(partyOf(sender), recipients.map(partyOf));
};

const reportOf = ({ documents, fromAccepted, fromDue }: Measured): Report => ({
  documents,
  fromAccepted: latency(fromAccepted),
  fromDue: latency(fromDue),
});

const latency = (sorted: readonly number[]) => ({
  p50Ms: percentile(sorted, 0.5),
  p99Ms: percentile(sorted, 0.99),
});

const answerTo = async (message: unknown): Promise<Answer> => {
  try {
    return await carryOut(orderSchema.parse(message));
  } catch (error) {
    return { failure: inspect(error) };
  }
};

process.on('message', (message) => {
  void answerTo(message).then((answer) => process.send?.(answer));
});
