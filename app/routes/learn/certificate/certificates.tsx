import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readMyCertificates } from '#app/domain/learning/certificates/certificate-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatShortDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { CertificateStateMark } from '../../certificate-state.tsx';
import { requirePerson } from '../../guards.server.ts';

export const meta: MetaFunction = () => [{ title: m.certificates_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const certificates = await readMyCertificates(reader, actor.id);
  return {
    certificates: certificates.map(({ completedOn, validUntil, ...certificate }) => ({
      ...certificate,
      completed: formatShortDay(completedOn, locale),
      until: validUntil && formatShortDay(validUntil, locale),
    })),
  };
}

export default function Certificates() {
  const { certificates } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={[{ to: '/learn', label: m.app_nav_learn() }]} here={m.certificates_title()} />
      <PageHead
        title={m.certificates_title()}
        lead={certificates.length > 0 ? m.certificates_lead() : undefined}
      />
      <DataTable
        caption={m.certificates_caption()}
        hideCaption
        rows={certificates}
        rowKey={({ code }) => code}
        columns={columns()}
        empty={
          <Empty
            title={m.certificates_none_title()}
            actions={<Button to="/learn">{m.certificates_none_button()}</Button>}
          >
            {m.certificates_none()}
          </Empty>
        }
      />
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['certificates'][number];

function columns(): Column<Shown>[] {
  return [
    {
      key: 'course',
      label: m.certificates_column_course(),
      cell: ({ code, courseTitle, courseLanguage }) => (
        <Link className="inline-block py-1" to={`/certificates/${code}`} lang={courseLanguage}>
          {courseTitle}
        </Link>
      ),
    },
    {
      key: 'state',
      label: m.certificates_column_state(),
      cell: ({ state }) => <CertificateStateMark state={state} />,
    },
    {
      key: 'completed',
      label: m.certificates_column_completed(),
      cell: (row) => <span className="num">{row.completed}</span>,
    },
    {
      key: 'until',
      label: m.certificates_column_until(),
      cell: (row) => <span className="num">{row.until ?? m.certificates_no_end()}</span>,
    },
    {
      key: 'file',
      label: m.certificates_column_file(),
      cell: ({ code, courseTitle, state }) =>
        state === 'revoked' ? null : (
          <a
            className="inline-block py-1"
            href={`/certificates/${code}.pdf`}
            aria-label={m.certificates_download_of({ course: courseTitle })}
          >
            {m.certificates_download_short()}
          </a>
        ),
    },
  ];
}
