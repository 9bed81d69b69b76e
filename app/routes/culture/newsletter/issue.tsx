import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { PublishedIssue } from '#app/domain/culture/newsletters/issue-reads.server.ts';
import { issueEditionFor } from '#app/domain/culture/newsletters/issue-reads.server.ts';
import { keepIssueRead } from '#app/domain/culture/newsletters/readers/keep-issue-read.server.ts';
import { readIssueRead, readOpinion } from '#app/domain/culture/newsletters/readers/reader-reads.server.ts';
import { readShownIssue } from '#app/domain/culture/newsletters/shown-issue-reads.server.ts';
import { isOlderThanOriginal } from '#app/domain/publishing/published-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { formatDay, languageName, ownLanguageName } from '#app/platform/locale/format.ts';
import { IssueView, issueTextId } from '#app/ui/culture/issue/issue-view.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Icon } from '#app/ui/page/icon.tsx';
import { ReadingTools } from '#app/ui/reading/reading-tools.tsx';
import type { PageHandle } from '../../frame.tsx';
import { functionNames } from '../../function-words.ts';
import { notFound } from '../../guards.server.ts';
import { issueReaderOf, openIssue, type OpenIssue } from './open-issue.server.ts';
import { OpinionForm } from './opinion-form.tsx';

export const handle: PageHandle = { toRead: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.issue.title }];

export async function loader(args: LoaderFunctionArgs) {
  const open = await openIssue(args);
  const { actor, edition, issue: found, locale } = open;
  const issue = await readShownIssue(reader, edition.versionId, await issueReaderOf(actor));
  if (!issue) return notFound();
  if (args.request.method === 'GET') await noteReading(open);
  const mine = (other: PublishedIssue | null) =>
    other && { slug: other.slug, title: issueEditionFor(other, actor.language).title };
  const readsElse = edition.language.split('-', 1)[0] !== actor.language.split('-', 1)[0];
  const hasMine = found.editions.some(
    ({ language }) => language.split('-', 1)[0] === actor.language.split('-', 1)[0],
  );
  return {
    issue,
    cameOut: formatDay(dateIn(actor.siteTimeZone, found.cameOutAt), locale),
    notInMine:
      readsElse && !hasMine
        ? { mine: languageName(actor.language, 'en'), language: languageName(edition.language, 'en') }
        : null,
    older: isOlderThanOriginal(found, edition)
      ? {
          mine: languageName(edition.language, 'en'),
          original: languageName(found.editions[0]?.language ?? edition.language, 'en'),
        }
      : null,
    others: found.editions
      .filter(({ language }) => language !== edition.language)
      .map(({ language }) => ({ language, ownName: ownLanguageName(language) })),
    functionName: actor.function === null ? null : (functionNames()[actor.function] ?? null),
    opinion: await readOpinion(reader, found.documentId, actor.id),
    previous: mine(open.previous),
    next: mine(open.next),
  };
}

/** The first time counts, so that looking at it again writes nothing. */
async function noteReading({ actor, issue }: OpenIssue): Promise<void> {
  const { id: personId, departmentId, siteTimeZone } = actor;
  const { documentId: issueId } = issue;
  if (await readIssueRead(reader, issueId, personId)) return;
  const readOn = dateIn(siteTimeZone);
  await transact((tx) => keepIssueRead(tx, { issueId, personId, departmentId, readOn }));
}

export default function Issue() {
  const view = useLoaderData<typeof loader>();
  const { issue, cameOut, others, notInMine, older } = view;
  const home = `/newsletter/${issue.slug}`;
  return (
    <>
      <Breadcrumb items={[{ to: '/newsletter', label: m.newsletter_title() }]} />
      {notInMine && <Notice>{m.newsletter_not_in_mine(notInMine)}</Notice>}
      {older && <Notice>{m.newsletter_older(older)}</Notice>}
      <IssueView
        issue={issue}
        eyebrow={m.newsletter_eyebrow({ date: cameOut, count: issue.minutes })}
        functionName={() => view.functionName ?? ''}
      >
        <div className="issue-tools screen-only">
          <ReadingTools text={issueTextId} sizes={{ action: '/reading/text-size', back: home }} />
          <a className="plain-press" href={`${home}.pdf`}>
            {m.newsletter_pdf()}
          </a>
          <a className="plain-press" href={`${home}/wall.pdf`}>
            {m.newsletter_wall()}
          </a>
          {others.map(({ language, ownName }) => (
            <a key={language} className="plain-press" href={`${home}?in=${language}`} lang={language}>
              {ownName}
            </a>
          ))}
        </div>
      </IssueView>
      <section className="issue-end" aria-labelledby="opinion-title">
        <h2 id="opinion-title">{m.newsletter_opinion_title()}</h2>
        <OpinionForm issue={issue.slug} said={view.opinion} />
      </section>
      <Turns previous={view.previous} next={view.next} />
    </>
  );
}

type Turn = { slug: string; title: string } | null;

function Turns({ previous, next }: { previous: Turn; next: Turn }) {
  if (!previous && !next) return null;
  return (
    <nav className="case-turns" aria-label={m.newsletter_turns()}>
      {previous && (
        <Link to={`/newsletter/${previous.slug}`} rel="prev">
          <Icon name="back" size={20} />
          <span>
            <span className="eyebrow block">{m.newsletter_previous()}</span>
            <span dir="auto">{previous.title}</span>
          </span>
        </Link>
      )}
      {next && (
        <Link to={`/newsletter/${next.slug}`} rel="next" className="case-turn-next">
          <span>
            <span className="eyebrow block">{m.newsletter_next()}</span>
            <span dir="auto">{next.title}</span>
          </span>
          <Icon name="onward" size={20} />
        </Link>
      )}
    </nav>
  );
}
