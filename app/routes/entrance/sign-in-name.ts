import { z } from 'zod';

/** An e-mail address or an employee number, as somebody typed it. Whether it is anybody's is not asked here. */
export const signInName = z.string({ error: 'missing' }).trim().min(1, 'missing').max(254, 'missing');
