import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireSession } from '../../guards.server.ts';

/** Somebody reads or types on a shared device: being asked for keeps their session awake. */
export async function loader(args: LoaderFunctionArgs) {
  const { kind } = await requireSession(args);
  return kind === 'tablet' ? new Response(null, { status: 204 }) : notFound();
}
