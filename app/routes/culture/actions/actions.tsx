import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readOwnActions } from '#app/domain/action-items/action-reads.server.ts';
import type { ShownAction } from '#app/domain/action-items/shown-action.ts';
import { showAction } from '#app/domain/action-items/shown-action.ts';
import { pageNumber } from '#app/domain/people/directory/people-list.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { ActionLines } from '#app/ui/culture/talk/action-lines.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { pagerLinks } from '#app/ui/table/pager-links.ts';
import { requirePerson } from '../../guards.server.ts';
import { writingOf } from './find-action.server.ts';

export const meta: MetaFunction = () => [{ title: m.action_mine() }];

const pageSize = 20;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const writing = writingOf(actor, args.request);
  const all = await readOwnActions(reader, actor.id);
  const open = all.filter(({ status }) => status === 'open');
  const settled = all.filter(({ status }) => status !== 'open');
  const wanted = pageNumber.parse(new URL(args.request.url).searchParams.get('page') ?? 1);
  const page = Math.min(wanted, Math.max(1, Math.ceil(settled.length / pageSize)));
  const some = settled.slice((page - 1) * pageSize, page * pageSize);
  const to = (number: number) => (number > 1 ? `/actions?page=${number}` : '/actions');
  return {
    open: page === 1 ? open.map((line) => showAction(line, writing)) : [],
    settled: some.map((line) => showAction(line, writing)),
    none: all.length === 0,
    pager: pagerLinks({ page, size: pageSize, shown: some.length, total: settled.length, to, locale }),
  };
}

export default function Actions() {
  const { open, settled, none, pager } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.action_mine()} lead={none ? undefined : m.action_mine_lead()} />
      {none && <Empty title={m.action_none()}>{m.action_none_help()}</Empty>}
      {open.length > 0 && (
        <section aria-labelledby="open">
          <h2 id="open" className="mb-4">
            {m.action_open()}
          </h2>
          <ActionLines
            actions={open}
            withOwner={false}
            renderPress={(action) => <Settle action={action} />}
          />
        </section>
      )}
      {settled.length > 0 && (
        <section className="section" aria-labelledby="settled">
          <h2 id="settled" className="mb-4">
            {m.action_settled()}
          </h2>
          <ActionLines
            actions={settled}
            withOwner={false}
            renderPress={({ id, text }) => (
              <p>
                <Link
                  className="plain-press"
                  to={`/actions/${id}/reopen`}
                  aria-label={m.action_reopen_of({ text })}
                >
                  {m.action_reopen()}
                </Link>
              </p>
            )}
          />
          <Pager {...pager} />
        </section>
      )}
    </>
  );
}

function Settle({ action: { id, text } }: { action: ShownAction }) {
  return (
    <div className="actions full">
      <form method="post" action={`/actions/${id}/done`}>
        <SubmitOnce quiet className="btn-small" aria-label={m.action_done_of({ text })}>
          {m.action_done()}
        </SubmitOnce>
      </form>
      <Link className="plain-press" to={`/actions/${id}/drop`} aria-label={m.action_drop_of({ text })}>
        {m.action_drop_title()}
      </Link>
    </div>
  );
}
