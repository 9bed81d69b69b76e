import { z } from 'zod';

/** Why somebody gets another try. It is kept on record, and whoever gets it reads it. */
export const tryReason = z.string({ error: 'missing' }).trim().min(1, 'missing').max(300, 'too-long');

/** From where requests are answered: heads see those of their people, HR sees all. */
export type TryDesk = 'team' | 'hr';
