/** The readers of a mailing that is `running` may still wait for its time, or for the hours of their site. */
export const mailingStates = ['planned', 'running', 'paused', 'cancelled', 'done'] as const;

export type MailingState = (typeof mailingStates)[number];

/**
 * As in the outbox; and `left-out`, of somebody who was written down and by their turn had left, had no address or did
 * not want it any more.
 */
export const readerStates = ['queued', 'sending', 'sent', 'failed', 'uncertain', 'left-out'] as const;

export type ReaderState = (typeof readerStates)[number];

export type ReaderCounts = Record<ReaderState, number>;

/**
 * Why a mailing stands still: somebody wanted it, the server refused too many in a row, a backup was put back, or the
 * issue was withdrawn.
 */
export type PauseReason = 'editor' | 'refused' | 'restored' | 'withdrawn';

/** So many refusals one after the other are about us, not about those readers. */
export const refusalsInARow = 10;

export function mayPause(state: string): boolean {
  return state === 'running';
}

export function mayGoOn(state: string): boolean {
  return state === 'paused';
}

export function mayCancel(state: string): boolean {
  return state === 'planned' || state === 'running' || state === 'paused';
}

/** What has failed can go again, and what is uncertain be settled, unless the whole was called off. */
export function maySettle(state: string): boolean {
  return state === 'running' || state === 'paused' || state === 'done';
}
