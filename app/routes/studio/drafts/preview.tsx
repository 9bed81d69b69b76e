import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { functions } from '#app/domain/people/department.ts';
import * as m from '#app/messages/generated/messages.js';
import { IssueView } from '#app/ui/culture/issue/issue-view.tsx';
import { SheetReadOut } from '#app/ui/culture/sheet/sheet-read-out.tsx';
import { TalkPlanView } from '#app/ui/culture/talk/talk-plan.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { FilterSelect } from '#app/ui/table/filter-fields.tsx';
import { Filters } from '#app/ui/table/filters.tsx';
import { functionNames } from '../../function-words.ts';
import { findDraft } from './find-drafts.server.ts';
import { readPreview, type Preview } from './read-preview.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? m.studio_preview_title({ title: data.title }) : m.studio_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  const { home, draft } = await findDraft(args);
  const { searchParams } = new URL(args.request.url);
  const as = functions.find((id) => id === searchParams.get('as')) ?? null;
  const names = functionNames();
  return {
    home,
    title: draft.title,
    language: draft.language,
    as: as ?? '',
    functions: functions.map((id) => ({ value: id, label: names[id] ?? id })),
    preview: await readPreview(draft, as),
  };
}

export default function PreviewPage() {
  const { home, title, language, as, functions: all, preview } = useLoaderData<typeof loader>();
  const isIssue = preview?.kind === 'issue';
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/studio', label: m.studio_title() },
          { to: home, label: title, lang: language },
        ]}
        here={m.studio_preview()}
      />
      <Notice>{m.studio_preview_note()}</Notice>
      {!isIssue && <PageHead title={title} lang={language} />}
      {isIssue && (
        <Filters label={m.studio_preview_eyes()}>
          <input type="hidden" name="language" value={language} />
          <FilterSelect
            name="as"
            label={m.studio_preview_as()}
            value={as}
            options={all}
            all={m.studio_preview_anybody()}
          />
        </Filters>
      )}
      {preview ? <Shown preview={preview} names={all} /> : <p>{m.studio_publish_broken()}</p>}
    </>
  );
}

type Names = { value: string; label: string }[];

function Shown({ preview, names }: { preview: Preview; names: Names }) {
  switch (preview.kind) {
    case 'issue':
      return (
        <IssueView
          issue={preview.issue}
          eyebrow={m.studio_kind_issue()}
          functionName={(id) => names.find(({ value }) => value === id)?.label ?? id}
        />
      );
    case 'talk':
      return (
        <TalkPlanView
          language={preview.plan.language}
          parts={preview.plan.parts}
          exit={preview.plan.exit}
          slideAt={() => '#'}
        />
      );
    case 'sheet':
      return <SheetReadOut {...preview.sheet} leads open />;
    case 'poster':
      // The words stand beside the picture on the poster's own page, and in its source.
      return (
        <img className="max-w-full border border-rule" src={preview.src} alt={preview.alt} width={800} />
      );
  }
}
