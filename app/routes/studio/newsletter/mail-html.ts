import { createHash } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRole } from '../../guards.server.ts';
import { openMail } from './open-draft.server.ts';

/** The mail by itself: what stands in the frame of its preview, and what is saved as a file. It can do nothing. */
export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'editor');
  const { slug, mail } = await openMail(args);
  const saved = new URL(args.request.url).searchParams.has('save');
  const [, rules = ''] = /<style>([\s\S]*?)<\/style>/.exec(mail.html) ?? [];
  // Mail names its pictures by our own address, which need not be the one that the editor came by.
  const [, home = ''] = /src="(https?:\/\/[^/"]+)\/mail-pictures\//.exec(mail.html) ?? [];
  const ownRules = createHash('sha256').update(rules).digest('base64');
  return new Response(mail.html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': [
        `default-src 'none'`,
        `img-src 'self' ${home}`,
        `style-src 'sha256-${ownRules}'`,
        `style-src-attr 'unsafe-inline'`,
        `base-uri 'none'`,
        `form-action 'none'`,
        `frame-ancestors 'self'`,
        'sandbox allow-popups',
      ].join('; '),
      'Cache-Control': 'private, no-store',
      ...(saved && { 'Content-Disposition': `attachment; filename="newsletter-${slug}.html"` }),
    },
  });
}
