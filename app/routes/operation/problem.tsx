import type { LoaderFunctionArgs } from '@remix-run/node';
import { data } from '@remix-run/node';
import { useLoaderData, useRouteLoaderData } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { ErrorPage } from '#app/ui/page/error-page.tsx';
import type { FrameData } from '../frame.server.ts';
import type { PageHandle } from '../frame.tsx';
import { notFound } from '../guards.server.ts';

export const handle: PageHandle = { standsAlone: true, withoutScript: true };

const problems = {
  origin: { code: 403, title: m.app_origin_title, lead: m.app_origin_lead },
  'disk-full': { code: 507, title: m.operation_disk_full_title, lead: m.operation_disk_full_lead },
  'too-large': { code: 413, title: m.app_too_large_title, lead: m.app_too_large_lead },
  unreadable: { code: 400, title: m.app_unreadable_title, lead: m.app_unreadable_lead },
};

type ProblemKind = keyof typeof problems;

const isKind = (text: string | undefined): text is ProblemKind =>
  text !== undefined && Object.hasOwn(problems, text);

/** Stands in for a request that the server refused before any page saw it. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const { kind } = params;
  if (!isKind(kind)) return notFound();
  return data({ kind, requestId: context.requestId }, { status: problems[kind].code });
}

export default function Problem() {
  const { kind, requestId } = useLoaderData<typeof loader>();
  const frame = useRouteLoaderData<FrameData>('root');
  const { code, title, lead } = problems[kind];
  return (
    <ErrorPage
      name={frame?.companyName ?? m.app_name()}
      code={code}
      title={title()}
      lead={lead()}
      links={[{ to: '/', label: m.app_to_today() }]}
    >
      <p className="soft small">
        {m.app_request_id()} <code className="num select-all">{requestId}</code>
      </p>
    </ErrorPage>
  );
}
