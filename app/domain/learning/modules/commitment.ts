import { z } from 'zod';

/** May stay empty. */
export const commitmentText = z.string().trim().max(500, 'too-long').default('');
