import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { Draft } from '#app/domain/publishing/drafts/draft-reads.server.ts';
import { readDraftSource } from '#app/domain/publishing/drafts/draft-reads.server.ts';
import { referencesFrom } from '#app/domain/publishing/references/target-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatDay, languageName } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { findingWords } from '#app/ui/document/findings/finding-words.ts';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import { sheetsOfIssue } from '../newsletter/sheets-of-issue.server.ts';
import { findDrafts } from './find-drafts.server.ts';
import { kindWords, stateWords } from './words.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? m.studio_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const { actor, home, drafts } = await findDrafts(args);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const [original] = drafts;
  const done = new URL(args.request.url).searchParams.get('done');
  const show = async (draft: Draft) => {
    const references = draft.versionId ? await referencesFrom(reader, draft.versionId) : [];
    return {
      language: draft.language,
      languageName: languageName(draft.language, locale),
      title: draft.title,
      state: draft.state,
      saved: formatDay(dateIn(actor.siteTimeZone, draft.savedAt), locale),
      published: draft.publishedAt && formatDay(dateIn(actor.siteTimeZone, draft.publishedAt), locale),
      findings: draft.findings.map((finding) => ({ ...finding, words: findingWords(finding) })),
      gone: references.filter(({ isGone }) => isGone).map(({ part }) => part),
      behind: draft.isBehind ? formatDay(dateIn(actor.siteTimeZone, original!.savedAt), locale) : null,
      sheets: draft.versionId ? await sheetsOfIssue(draft.versionId, args.request) : null,
      source: await readDraftSource(reader, draft),
    };
  };
  return {
    home,
    kind: original!.kind,
    title: original!.title,
    done: done === 'published' || done === 'withdrawn' ? done : null,
    drafts: await Promise.all(drafts.map(show)),
  };
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['drafts'][number];

export default function DraftPage() {
  const { home, kind, title, drafts, done } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={[{ to: '/studio', label: m.studio_title() }]} here={title} />
      {done && (
        <Notice tone="good">
          {done === 'published' ? m.studio_published_done() : m.studio_withdrawn_done()}
        </Notice>
      )}
      <PageHead eyebrow={kindWords[kind].one()} title={title} lang={drafts[0]?.language} />
      {drafts.map((draft) => (
        <Edition key={draft.language} draft={draft} home={home} />
      ))}
    </>
  );
}

function Edition({ draft, home }: { draft: Shown; home: string }) {
  const { language, languageName: inWords, state, findings, gone, source } = draft;
  const at = (what: string) => `${home}/${what}?language=${encodeURIComponent(language)}`;
  const isPublishable = state !== 'broken' && state !== 'published';
  const isOnShow = draft.published !== null;
  const isIssue = home.startsWith('/studio/issue/');
  return (
    <section className="section" aria-labelledby={`edition-${language}`}>
      <h2 id={`edition-${language}`}>{m.studio_in_language({ language: inWords })}</h2>
      <p>
        <StateMark tone={stateWords[state].tone}>{stateWords[state].word()}</StateMark>
      </p>
      <p className="soft">
        {m.studio_saved_on({ day: draft.saved })}{' '}
        {draft.published && m.studio_published_on({ day: draft.published })}
      </p>
      {draft.behind && <Notice>{m.studio_behind({ day: draft.behind })}</Notice>}
      <Findings findings={findings} language={language} />
      {gone.length > 0 && <Gone parts={gone} />}
      <Sheets sheets={draft.sheets} />
      <div className="actions mt-6">
        {isPublishable && <Button to={at('publish')}>{m.studio_publish()}</Button>}
        {state !== 'broken' && <QuietButton to={at('preview')}>{m.studio_preview()}</QuietButton>}
        {isOnShow && isIssue && (
          <>
            <QuietButton to={`/studio/mailings/new?issue=${home.split('/').at(-1)}`}>
              {m.studio_send()}
            </QuietButton>
            <QuietButton to={`${home}/mail?in=${encodeURIComponent(language)}`}>
              {m.studio_mail()}
            </QuietButton>
            <QuietButton to={`${home}/readers`}>{m.studio_readers()}</QuietButton>
          </>
        )}
        {isOnShow && <QuietButton to={at('withdraw')}>{m.studio_withdraw()}</QuietButton>}
      </div>
      {source !== null && (
        <details className="mt-6">
          <summary className="py-2">{m.studio_show_source()}</summary>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus */}
          <pre className="max-h-96 overflow-auto whitespace-pre-wrap" tabIndex={0} lang={language} dir="auto">
            {source}
          </pre>
        </details>
      )}
    </section>
  );
}

/** What an issue becomes on paper. */
function Sheets({ sheets }: { sheets: Shown['sheets'] }) {
  if (!sheets) return null;
  if (sheets === 'busy') return <p className="soft mt-2">{m.studio_sheets_busy()}</p>;
  const { pages, begun, named, misfits } = sheets;
  if (misfits.length > 0) return <Notice tone="bad">{misfits.join(' ')}</Notice>;
  return (
    <p className="soft">
      {m.studio_sheets_pages({ count: pages })}{' '}
      {named > 0 ? m.studio_sheets_wall_some({ begun, named }) : m.studio_sheets_wall_all({ count: begun })}
    </p>
  );
}

function Findings({ findings, language }: { findings: Shown['findings']; language: string }) {
  if (findings.length === 0) return null;
  return (
    <div className="mt-6">
      <h3 id={`findings-${language}`}>{m.studio_findings_title()}</h3>
      <p className="soft">{m.studio_findings_lead({ count: findings.length })}</p>
      <ol className="lines max-w-wide">
        {findings.map(({ line, column, rule, words }) => (
          <li key={`${line}:${column}:${rule}`}>
            <span className="soft small num block">{m.studio_finding_place({ line, column })}</span>
            <strong className="block">{words.message}</strong>
            {words.hint}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Gone({ parts }: { parts: string[] }) {
  return (
    <Notice tone="bad">
      <strong>{m.studio_gone_title()}</strong>
      <ul>
        {parts.map((part) => {
          const [kind, name = ''] = part.split(':', 2);
          return (
            <li key={part}>
              {kind === 'case' ? m.studio_gone_case({ name }) : m.studio_gone_poster({ name })}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
