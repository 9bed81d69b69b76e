/** As much of autocannon as is used here; it comes without types. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  type Sent = { method?: 'GET' | 'POST'; path?: string; headers?: Record<string, string>; body?: string };

  type Options = {
    url: string;
    connections: number;
    /** In seconds. */
    duration?: number;
    /** Ends after so many requests instead. */
    amount?: number;
    headers?: Record<string, string>;
    requests?: (Sent & { setupRequest?: (defaults: Sent) => Sent })[];
  };

  type Result = { errors: number; timeouts: number; statusCodeStats: Record<string, { count: number }> };

  export default function autocannon(
    options: Options,
    done: (error: Error | null, result: Result) => void,
  ): EventEmitter;
}
