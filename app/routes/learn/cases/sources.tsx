import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readList } from '#app/domain/publishing/lists/list-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requirePerson } from '../../guards.server.ts';
import { LookUp } from './look-up.tsx';
import { ModuleNames } from './module-names.tsx';
import { moduleLinks, readCases } from './names.server.ts';

export const meta: MetaFunction = () => [{ title: m.cases_sources_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const sources = await readList(reader, 'sources', actor.language);
  const glossary = await readList(reader, 'glossary', actor.language);
  const { usesOf } = await readCases(actor);
  const linkTo = await moduleLinks(actor);
  return {
    language: sources.language === actor.language ? undefined : sources.language,
    sources: sources.entries.map((source) => ({
      ...source,
      modules: (usesOf.get(source.id) ?? []).map(linkTo),
      terms: glossary.entries.filter((one) => one.source === source.id).map(({ id, term }) => ({ id, term })),
    })),
  };
}

export default function Sources() {
  const { language, sources } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.cases_sources_title()} lead={m.cases_sources_lead()} />
      {sources.length === 0 && <Empty title={m.cases_sources_none_title()}>{m.cases_sources_none()}</Empty>}
      <ul className="sources" lang={language}>
        {sources.map((source) => (
          <Entry key={source.id} source={source} />
        ))}
      </ul>
      <LookUp without="/sources" />
    </>
  );
}

type ShownSource = ReturnType<typeof useLoaderData<typeof loader>>['sources'][number];

function Entry({ source }: { source: ShownSource }) {
  const { id, author, title, year, where, taken, modules, terms } = source;
  return (
    <li id={id}>
      <h2 dir="auto">{title}</h2>
      <p className="soft" dir="auto">
        {year === undefined ? author : m.cases_by_in({ author, year: String(year) })}
        <br />
        {where}
      </p>
      <p className="source-taken" dir="auto">
        {taken}
      </p>
      {modules.length > 0 && (
        <div className="source-uses">
          <span className="soft">{m.cases_used_in()}</span> <ModuleNames modules={modules} />
        </div>
      )}
      {terms.length > 0 && (
        <p className="term-more">
          {m.cases_in_glossary()}{' '}
          {terms.map((term) => (
            <Link key={term.id} to={`/glossary#${term.id}`} dir="auto">
              {term.term}
            </Link>
          ))}
        </p>
      )}
    </li>
  );
}
