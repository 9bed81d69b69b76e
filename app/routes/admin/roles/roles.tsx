import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readHeldRoles } from '#app/domain/access/role-reads.server.ts';
import { hasRole } from '#app/domain/actor/actor.ts';
import { grantableRoles } from '#app/domain/actor/role-grants.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatShortDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { requireRole } from '../../guards.server.ts';
import { RoleTable } from './role-table.tsx';
import { roleNames } from './role-words.ts';

export const meta: MetaFunction = () => [{ title: m.admin_roles_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'admin', 'hr');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const query = new URL(args.request.url).searchParams;
  const roles = grantableRoles(actor);
  const held = await readHeldRoles(reader, { roles, timeZone: actor.siteTimeZone });
  const given = held.find(({ personId }) => personId === query.get('given'));
  return {
    isAdmin: hasRole(actor, 'admin'),
    given: given?.name ?? null,
    taken: query.has('taken'),
    held: held.map(({ personId, role, since, ...row }) => ({
      ...row,
      isOwn: personId === actor.id,
      role: roleNames[role](),
      since: formatShortDay(since, locale),
    })),
  };
}

export default function Roles() {
  const { isAdmin, given, taken, held } = useLoaderData<typeof loader>();
  const give = <Button to="/admin/roles/new">{m.admin_roles_give()}</Button>;
  const up = isAdmin ? { to: '/admin', label: m.admin_title() } : { to: '/hr', label: m.app_nav_hr() };
  return (
    <>
      <Breadcrumb items={[up]} here={m.admin_roles_title()} />
      {given && <Notice tone="good">{m.admin_roles_given({ name: given })}</Notice>}
      {taken && <Notice tone="good">{m.admin_roles_taken()}</Notice>}
      <PageHead title={m.admin_roles_title()} lead={m.admin_roles_lead()}>
        {give}
      </PageHead>
      <DataTable
        caption={m.admin_roles_caption()}
        rows={held}
        rowKey={({ grantId }) => grantId}
        empty={
          <Empty title={m.admin_roles_none_title()} actions={give}>
            {m.admin_roles_none()}
          </Empty>
        }
        columns={heldColumns()}
      />
      <section className="section">
        <RoleTable />
      </section>
    </>
  );
}

type ShownRole = ReturnType<typeof useLoaderData<typeof loader>>['held'][number];

function heldColumns(): Column<ShownRole>[] {
  return [
    {
      key: 'person',
      label: m.admin_roles_column_person(),
      cell: ({ name, signInName, worksHere }) => (
        <>
          {name}
          <span className="soft small block font-normal">{signInName}</span>
          {!worksHere && <span className="soft small block font-normal">{m.admin_roles_left()}</span>}
        </>
      ),
    },
    { key: 'role', label: m.admin_roles_column_role(), cell: ({ role }) => role },
    {
      key: 'since',
      label: m.admin_roles_column_since(),
      cell: ({ since }) => <span className="num whitespace-nowrap">{since}</span>,
    },
    {
      key: 'by',
      label: m.admin_roles_column_by(),
      cell: ({ givenBy }) =>
        givenBy ? (
          <span dir="auto">{givenBy}</span>
        ) : (
          <span className="soft">{m.admin_roles_by_installation()}</span>
        ),
    },
    {
      key: 'change',
      label: m.admin_roles_column_change(),
      cell: ({ grantId, isOwn, name, role }) =>
        isOwn ? (
          <span className="soft">{m.admin_roles_own()}</span>
        ) : (
          <Link
            className="inline-block py-2"
            to={`/admin/roles/${grantId}/take`}
            aria-label={m.admin_roles_take_from({ name, role })}
          >
            {m.admin_roles_take()}
          </Link>
        ),
    },
  ];
}
