import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { departmentsCovered } from '#app/domain/culture/huddles/huddle-people-reads.server.ts';
import { findHuddle } from '#app/domain/culture/huddles/huddle-reads.server.ts';
import { readSheet } from '#app/domain/culture/huddles/sheet-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { SheetReadOut } from '#app/ui/culture/sheet/sheet-read-out.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import type { PageHandle } from '../../frame.tsx';
import { notFound, requireSession } from '../../guards.server.ts';

export const handle: PageHandle = { toRead: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? m.huddle_read_title({ title: data.sheet.title }) : m.huddle_title() },
];

/** What the code on the sheet opens, for whoever works in the department, and who heads it. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, kind } = await requireSession(args);
  const huddle = await findHuddle(reader, args.params.huddle ?? '');
  if (!huddle) return notFound();
  const covered = await departmentsCovered(reader, huddle);
  const leads = actor.headOf.includes(huddle.departmentId);
  if (!leads && !covered.includes(actor.departmentId ?? '')) return notFound();
  const sheet = await readSheet(reader, huddle.versionId, actor);
  if (!sheet) return notFound();
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const week = m.huddle_week_of({ date: formatDay(huddle.mondayOn, locale) });
  return {
    leads,
    // The team's pages do not open on a device that many share.
    form: leads && kind === 'own' ? `/team/huddles/${huddle.id}` : null,
    // A head has several; everybody else knows where they work.
    about: leads ? m.huddle_eyebrow({ department: huddle.department, week }) : m.huddle_eyebrow_own({ week }),
    sheet,
  };
}

export default function HuddleToRead() {
  const { leads, form, about, sheet } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead eyebrow={about} title={sheet.title} lang={sheet.language} />
      {!sheet.case && <Notice>{m.huddle_case_gone()}</Notice>}
      <SheetReadOut {...sheet} leads={leads} />
      {form && (
        <p className="actions mt-8">
          <Link className="btn" to={form}>
            {m.huddle_to_form()}
          </Link>
        </p>
      )}
    </>
  );
}
