import { type Strategy, ascendingBy } from './strategy.js';

/** Share of requests that go to another than the fastest, so that one that has become faster is noticed. */
const EXPLORE = 0.05;

/** Shortest time to first token; one that has not been measured yet comes first. */
export const lowestLatency: Strategy = (candidates, random) => {
  const order = [...ascendingBy(candidates, ({ firstTokenMs }) => firstTokenMs ?? 0, random)];
  if (order.length > 1 && random() < EXPLORE) {
    const at = 1 + Math.floor(random() * (order.length - 1));
    order.unshift(...order.splice(at, 1));
  }
  return order;
};
