import type { LoaderFunctionArgs } from '@remix-run/node';
import { data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { ErrorPage } from '#app/ui/page/error-page.tsx';
import type { PageHandle } from '../frame.tsx';
import { notFound } from '../guards.server.ts';

export const handle: PageHandle = { standsAlone: true, withoutScript: true };

const problems = {
  origin: { code: 403, title: m.app_origin_title, lead: m.app_origin_lead },
  'too-large': { code: 413, title: m.app_too_large_title, lead: m.app_too_large_lead },
};

type ProblemKind = keyof typeof problems;

const isKind = (text: string | undefined): text is ProblemKind =>
  text !== undefined && Object.hasOwn(problems, text);

/** Stands in for a request that the server refused before any page saw it. */
export function loader({ params }: LoaderFunctionArgs) {
  const { kind } = params;
  if (!isKind(kind)) return notFound();
  return data({ kind }, { status: problems[kind].code });
}

export default function Problem() {
  const { kind } = useLoaderData<typeof loader>();
  const { code, title, lead } = problems[kind];
  return (
    <ErrorPage
      name={m.app_name()}
      code={code}
      title={title()}
      lead={lead()}
      links={[{ to: '/', label: m.app_to_today() }]}
    />
  );
}
