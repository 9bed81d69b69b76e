import { redirect } from '@remix-run/node';
import { hasSecondFactor } from '#app/domain/access/second-factor/second-factor-reads.server.ts';
import type { OpenSession } from '#app/domain/access/sessions/session-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { Guarded } from '../../guards.server.ts';
import { requireSession } from '../../guards.server.ts';

/** For what only makes sense while the second factor is on. */
export async function requireFactor(args: Guarded): Promise<OpenSession> {
  const session = await requireSession(args);
  if (await hasSecondFactor(reader, session.actor.id)) return session;
  throw redirect('/account/second-factor', ['GET', 'HEAD'].includes(args.request.method) ? 302 : 303);
}
