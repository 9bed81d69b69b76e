import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import type { PageHandle } from '../../frame.tsx';
import { MailSent } from './mail-sent.tsx';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.entrance_sent_title() }];

export async function loader({ request }: LoaderFunctionArgs) {
  const company = await readCompany(reader);
  if (!company) throw redirect('/first-run');
  return { name: company.name, next: safePath(new URL(request.url).searchParams.get('next')) };
}

export default function ForgotSent() {
  return <MailSent {...useLoaderData<typeof loader>()} />;
}
