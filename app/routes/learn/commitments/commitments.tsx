import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readMyCommitments } from '#app/domain/learning/commitments/commitment-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import { requirePerson } from '../../guards.server.ts';
import { outcomeWords } from './outcome-words.ts';
import type { ShownCommitment } from './shown-commitment.server.ts';
import { showCommitment } from './shown-commitment.server.ts';

export const meta: MetaFunction = () => [{ title: m.today_commitments() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const today = dateIn(actor.siteTimeZone);
  const all = (await readMyCommitments(reader, actor)).map((one) => showCommitment(one, locale, today));
  return { open: all.filter((one) => !isClosed(one)), closed: all.filter(isClosed) };
}

function isClosed({ said, replaced }: ShownCommitment): boolean {
  return replaced || (said !== null && ['done', 'partly', 'dropped'].includes(said.outcome));
}

export default function Commitments() {
  const { open, closed } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.today_commitments()} lead={m.today_commitments_lead()} />
      {open.length + closed.length === 0 && (
        <Empty
          title={m.today_commitments_none()}
          actions={<Button to="/learn">{m.today_commitments_to_learn()}</Button>}
        >
          {m.today_commitments_none_help()}
        </Empty>
      )}
      <CommitmentList title={m.today_commitments_open()} list={open} />
      <CommitmentList title={m.today_commitments_closed()} list={closed} />
    </>
  );
}

function CommitmentList({ title, list }: { title: string; list: ShownCommitment[] }) {
  if (list.length === 0) return null;
  return (
    <section className="section max-w-wide">
      <h2 className="mb-4">{title}</h2>
      <ul className="lines">
        {list.map((one) => (
          <Line key={one.id} commitment={one} />
        ))}
      </ul>
    </section>
  );
}

function Line({ commitment }: { commitment: ShownCommitment }) {
  const { id, text, module, madeOn, said, replaced, comesBackOn } = commitment;
  const isOpen = !isClosed(commitment);
  return (
    <li>
      <h3 className="full" dir="auto">
        {m.today_quote({ text })}
      </h3>
      <p className="soft small" dir="auto">
        {module
          ? m.today_commitment_made({ date: madeOn, module: module.title })
          : m.today_commitment_made_somewhere({ date: madeOn })}
      </p>
      {said && (
        <p dir="auto">
          <StateMark tone={said.outcome === 'done' ? 'good' : 'plain'}>
            {m.today_commitment_said({ outcome: outcomeWords[said.outcome](), date: said.on })}
          </StateMark>{' '}
          {said.text}
        </p>
      )}
      {replaced && !said && <p className="soft small">{m.today_commitment_replaced()}</p>}
      {isOpen && comesBackOn && (
        <p className="soft small">{m.today_commitment_back({ date: comesBackOn })}</p>
      )}
      <p className="actions">
        <Link
          className="plain-press"
          to={`/commitments/${id}`}
          aria-label={
            isOpen ? m.today_commitment_tell_of({ text }) : m.today_commitment_differently_of({ text })
          }
        >
          {isOpen ? m.today_commitment_tell() : m.today_commitment_differently()}
        </Link>
        {isOpen && (
          <Link
            className="plain-press"
            to={`/commitments/${id}/drop`}
            aria-label={m.today_commitment_drop_of({ text })}
          >
            {m.today_how_drop()}
          </Link>
        )}
      </p>
    </li>
  );
}
