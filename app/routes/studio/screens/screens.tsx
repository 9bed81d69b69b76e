import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readScreens } from '#app/domain/culture/posters/screens/screen-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';

export const meta: MetaFunction = () => [{ title: m.poster_screens_title() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'editor');
  const screens = await readScreens(reader);
  return {
    removed: new URL(args.request.url).searchParams.get('saved') === 'removed',
    screens: screens.map(({ id, name, site, department, documentIds, seconds }) => ({
      id,
      name,
      where: [site, department].filter(Boolean).join(' · '),
      pace: m.poster_screen_pace({ count: documentIds.length, seconds }),
    })),
  };
}

export default function Screens() {
  const { removed, screens } = useLoaderData<typeof loader>();
  const add = <Button to="/studio/screens/new">{m.poster_screen_new_title()}</Button>;
  return (
    <>
      <Breadcrumb items={[{ to: '/studio', label: m.studio_title() }]} here={m.poster_screens_title()} />
      {removed && <Notice tone="good">{m.poster_screen_saved_removed()}</Notice>}
      <PageHead title={m.poster_screens_title()} lead={m.poster_screens_lead()}>
        {screens.length > 0 && add}
      </PageHead>
      {screens.length === 0 && (
        <Empty title={m.poster_screens_none_title()} actions={add}>
          {m.poster_screens_none()}
        </Empty>
      )}
      <ul className="lines max-w-wide">
        {screens.map(({ id, name, where, pace }) => (
          <li key={id}>
            <h2 dir="auto">
              <Link to={`/studio/screens/${id}`}>{name}</Link>
            </h2>
            {where && <span className="soft small">{where}</span>}
            <p className="soft">{pace}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
