import type { LoaderFunctionArgs } from '@remix-run/node';
import { openScreen, readShow } from './slides.server.ts';

/** What a running display asks for every minute. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const screen = await openScreen(params.token);
  const show = await readShow(screen, params.token!, request);
  return Response.json(show, { headers: { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' } });
}
