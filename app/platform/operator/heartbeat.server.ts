import { now } from '../clock/clock.server.ts';

let last: Date | null = null;
let expected = false;

/** The worker has come round once more. */
export function beat(): void {
  last = now();
}

/** From here on there is a worker, or there is none any more. */
export function expectBeats(from: boolean): void {
  expected = from;
  last = from ? now() : null;
}

/** Whether the worker has come round within the time, or there is none to wait for. */
export function isBeating(withinMs: number): boolean {
  return !expected || (last !== null && now().getTime() - last.getTime() < withinMs);
}
