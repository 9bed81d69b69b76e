import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { functions } from '#app/domain/people/department.ts';
import * as m from '#app/messages/generated/messages.js';
import { languageName } from '#app/platform/locale/format.ts';
import { CopyMail } from '#app/ui/email/issue/copy-mail.tsx';
import { Fold } from '#app/ui/fold/fold.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { FilterSelect } from '#app/ui/table/filter-fields.tsx';
import { Filters } from '#app/ui/table/filters.tsx';
import { functionNames } from '../../function-words.ts';
import { requireRole } from '../../guards.server.ts';
import { openMail } from './open-draft.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.newsletter_studio_mail()}: ${data?.title ?? ''}` },
];

const kilobyte = 1024;
const most = 100;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'editor');
  const { slug, edition, editions, functionId, issue, mail } = await openMail(args);
  const names = functionNames();
  return {
    slug,
    title: issue.title,
    subject: issue.subject,
    language: edition.language,
    languages: editions.map(({ language }) => ({ value: language, label: languageName(language, 'en') })),
    functionId: functionId ?? '',
    functions: functions.map((id) => ({ value: id, label: names[id] ?? id })),
    size: Math.ceil(Buffer.byteLength(mail.html) / kilobyte),
    html: mail.html,
    text: mail.text,
  };
}

export default function IssueMailPage() {
  const view = useLoaderData<typeof loader>();
  const { slug, title, subject, size, html, text } = view;
  const query = new URLSearchParams({ as: view.functionId, in: view.language });
  const alone = `/studio/issue/${slug}/mail.html`;
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/studio', label: m.studio_title() },
          { to: `/studio/issue/${slug}`, label: title, lang: view.language },
        ]}
      />
      <PageHead
        eyebrow={m.newsletter_studio_subject({ subject })}
        title={m.newsletter_studio_mail()}
        lead={m.newsletter_studio_mail_lead()}
      />
      <Filters label={m.newsletter_studio_view()}>
        <FilterSelect
          label={m.newsletter_studio_reader()}
          name="as"
          value={view.functionId}
          options={view.functions}
          all={m.newsletter_studio_reader_none()}
        />
        {view.languages.length > 1 && (
          <FilterSelect
            label={m.newsletter_studio_language()}
            name="in"
            value={view.language}
            options={view.languages}
            all={m.newsletter_studio_language()}
          />
        )}
      </Filters>
      {size > most ? (
        <Notice tone="bad">{m.newsletter_studio_size_over({ size })}</Notice>
      ) : (
        <p className="soft num">{m.newsletter_studio_size({ size })}</p>
      )}
      <div className="actions mt-4">
        <CopyMail html={html} text={text} copied={m.newsletter_studio_copied()}>
          {m.newsletter_studio_copy()}
        </CopyMail>
        <a className="plain-press" href={`${alone}?${query}&save`} download>
          {m.newsletter_studio_download()}
        </a>
      </div>
      <p className="soft small mt-2">{m.newsletter_studio_copy_help()}</p>
      <iframe
        className="mail-frame"
        title={m.newsletter_studio_frame()}
        src={`${alone}?${query}`}
        sandbox="allow-popups"
      />
      <Fold title={m.newsletter_studio_text()}>
        <pre className="mail-text" dir="auto" lang={view.language}>
          {text}
        </pre>
      </Fold>
      <Fold title={m.newsletter_studio_source()}>
        <textarea
          className="input"
          rows={12}
          readOnly
          aria-label={m.newsletter_studio_source()}
          value={html}
        />
      </Fold>
    </>
  );
}
