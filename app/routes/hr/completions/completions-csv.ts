import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRole } from '../../guards.server.ts';
import { sendCompletions } from './send-completions.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr');
  return sendCompletions(args.request, actor, 'csv');
}
