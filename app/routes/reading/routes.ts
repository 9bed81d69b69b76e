import { route } from '@remix-run/route-config';

export const reading = [route('reading/text-size', 'routes/reading/text-size.tsx')];
