import type { LoaderFunctionArgs } from '@remix-run/node';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { screenPage, screenPolicy } from './show.ts';
import { openScreen, readShow } from './slides.server.ts';

/** What a display on a wall opens. Without a script the address says which poster it is at. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const screen = await openScreen(params.token);
  const show = await readShow(screen, params.token!, request);
  const asked = Number(new URL(request.url).searchParams.get('slide') ?? 1);
  const { nonce } = context;
  const page = screenPage({
    show,
    slide: Number.isInteger(asked) && asked > 0 && asked < 1000 ? asked : 1,
    title: (await readCompany(reader))?.name ?? m.app_name(),
    empty: m.poster_screen_empty(),
    language: screen.language,
    nonce,
  });
  return new Response(request.method === 'HEAD' ? null : page, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': screenPolicy(nonce),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    },
  });
}
