import pino from 'pino';
import { loggedError } from './logged-error.ts';

/** One line an entry, JSON, on standard error so that standard output stays for people. Never names, never secrets. */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? 'info',
    base: null,
    serializers: { err: loggedError },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  },
  pino.destination(2),
);
