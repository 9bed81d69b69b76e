import { z } from 'zod';
import { placeName } from '#app/domain/people/site.ts';

export const shapes = ['wide', 'tall'] as const;
export type Shape = (typeof shapes)[number];

/** The size of a screen's pictures, by the names that those who lay posters out have for them. */
export const sizeOfShape = { wide: 'screen-wide', tall: 'screen-tall' } as const satisfies Record<
  Shape,
  string
>;

export const secondsAtLeast = 5;
export const secondsAtMost = 600;
export const postersAtMost = 50;

const id = z.string().max(80);

export const newScreen = z
  .object({
    name: placeName,
    siteId: id.optional(),
    departmentId: id.optional(),
    language: z.string({ error: 'missing' }).max(35),
    seconds: z.coerce
      .number<number>({ error: 'not-seconds' })
      .int('not-seconds')
      .min(secondsAtLeast, 'not-seconds')
      .max(secondsAtMost, 'not-seconds'),
    shape: z.enum(shapes, 'missing'),
    showsThanks: z.boolean().default(false),
    /** Documents, in the order in which they are shown. */
    documentIds: z.array(id).min(1, 'no-poster').max(postersAtMost, 'too-many'),
  })
  .strict();

export type NewScreen = z.infer<typeof newScreen>;

export type ScreenRefusal =
  'not-allowed' | 'unknown-screen' | 'unknown-site' | 'unknown-department' | 'unknown-poster';

/** Short enough to be typed with the remote of a television, and never a word that a log would write down. */
export const tokenShape = /^S[A-Za-z0-9_-]{22}$/;
