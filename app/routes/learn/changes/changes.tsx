import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readChanges } from '#app/domain/learning/changes/change-reads.server.ts';
import { keepChangesSeen } from '#app/domain/learning/changes/keep-changes-seen.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { openModule } from '../module/find-module.server.ts';
import { ModuleCrumbs } from '../module/module-crumbs.tsx';
import { readModuleView } from '../module/module-view.server.ts';
import { PartChange } from './part-change.tsx';
import { showChange } from './shown-change.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: m.today_changes_title() },
  { name: 'description', content: data?.outline.title },
];

export async function loader(args: LoaderFunctionArgs) {
  const open = await openModule(args);
  const { found, outline } = await readModuleView(open);
  const changes = await readChanges(reader, open.actor, open);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), open.actor.language);
  return {
    outline,
    completedOn: found.completedOn && formatDay(found.completedOn, locale),
    mayOpen: found.againFrom === null || outline.begun,
    functions: [open.actor.function ?? 'none'],
    changes: changes && {
      language: changes.language,
      notes: changes.notes,
      parts: changes.parts.map((one) => showChange(one, outline.title)),
    },
  };
}

/** They have looked at it: Today says no more about it. */
export async function action(args: ActionFunctionArgs) {
  const open = await openModule(args);
  const changes = await readChanges(reader, open.actor, open);
  const personId = open.actor.id;
  if (changes) await transact((tx) => keepChangesSeen(tx, { personId, versionId: changes.versionId }));
  throw redirect('/', 303);
}

export default function Changes() {
  const { outline, completedOn, changes, functions, mayOpen } = useLoaderData<typeof loader>();
  const { home, title } = outline;
  if (!changes) {
    return (
      <>
        <ModuleCrumbs outline={outline} here={m.today_changes_title()} />
        <PageHead title={m.today_changes_title()} />
        <Empty
          title={m.today_changes_none()}
          actions={<Button to={home}>{m.today_changes_to_module()}</Button>}
        >
          {m.today_changes_none_help()}
        </Empty>
      </>
    );
  }
  return (
    <>
      <ModuleCrumbs outline={outline} here={m.today_changes_title()} />
      <PageHead
        eyebrow={completedOn && m.today_changes_eyebrow({ date: completedOn })}
        title={m.today_changes_in({ title })}
        lead={changes.notes.length === 1 && <span lang={changes.language}>{changes.notes[0]}</span>}
      />
      <div lang={changes.language}>
        {changes.notes.length > 1 && (
          <div className="prose mb-6">
            <ul>
              {changes.notes.map((note) => (
                <li key={note} dir="auto">
                  {note}
                </li>
              ))}
            </ul>
          </div>
        )}
        <p className="soft">{changes.parts.length > 0 ? m.today_changes_lead() : m.today_changes_same()}</p>
        {changes.parts.map((part) => (
          <PartChange
            key={`${part.kind} ${part.slug}`}
            change={part}
            functions={functions}
            to={mayOpen ? `${home}?part=${part.slug}` : null}
          />
        ))}
      </div>
      {mayOpen ? (
        <form method="post" className="actions section">
          <SubmitOnce>{m.today_changes_seen()}</SubmitOnce>
          <QuietButton to={home}>{m.today_changes_to_module()}</QuietButton>
        </form>
      ) : (
        <p className="section">
          <Button to={home}>{m.today_read_again({ title })}</Button>
        </p>
      )}
    </>
  );
}
