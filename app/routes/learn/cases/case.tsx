import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { Case } from '#app/domain/learning/cases/case.ts';
import { functionOf } from '#app/domain/learning/cases/case.ts';
import { neighboursOf } from '#app/domain/learning/cases/select-cases.ts';
import { readList } from '#app/domain/publishing/lists/list-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { CopyButton } from '#app/ui/codes/copy-button.tsx';
import { TextNodes } from '#app/ui/document/text-nodes.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { PrintButton } from '#app/ui/print/print-button.tsx';
import { notFound, requirePerson } from '../../guards.server.ts';
import { CaseTurns } from './case-turns.tsx';
import { ModuleNames } from './module-names.tsx';
import { moduleLinks, readCaseNames, readCases } from './names.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const index = await readCases(actor);
  const one = index.byId.get(args.params.case ?? '');
  if (!one) return notFound();
  const names = await readCaseNames(actor);
  const linkTo = await moduleLinks(actor);
  const standard = names.standardOf(one.standard);
  const { previous, next, alike } = neighboursOf(index, one);
  const sources = await readList(reader, 'sources', actor.language);
  const isUsed = (id: string) =>
    index.usesOf.get(id)?.some(({ documentId }) => documentId === one.module.documentId) === true;
  return {
    title: one.title,
    language: one.language === actor.language ? undefined : one.language,
    element: one.element,
    function: { id: functionOf(one), name: names.functionOf(functionOf(one)) },
    standard: standard && { id: standard.id, name: standard.name, summary: standard.summary },
    module: linkTo(one.module),
    sources: sources.entries
      .filter(({ id }) => isUsed(id))
      .map(({ id, author, title }) => ({ id, author, title })),
    address: `${new URL(args.request.url).origin}/cases/${one.id}`,
    previous: previous && named(previous),
    next: next && named(next),
    alike: alike.map((other) => ({ ...named(other), function: names.functionOf(functionOf(other)) })),
  };
}

function named({ id, title }: Case) {
  return { id, title };
}

export default function CasePage() {
  const { title, language, element, standard, address, ...about } = useLoaderData<typeof loader>();
  return (
    <div className="case-page">
      <Breadcrumb items={[{ to: '/cases', label: m.cases_title() }]} here={title} />
      <div lang={language}>
        <PageHead
          eyebrow={<Link to={`/cases?function=${about.function.id}`}>{about.function.name}</Link>}
          title={title}
        />
        <div className="prose prose-wide">
          <TextNodes nodes={[element]} caseTitles={false} />
        </div>
      </div>
      <div className="case-about">
        {standard && (
          <section>
            <p className="eyebrow">{m.cases_standard_eyebrow()}</p>
            <h2 dir="auto">
              <Link to={`/cases?standard=${standard.id}`}>{standard.name}</Link>
            </h2>
            {standard.summary && <p dir="auto">{standard.summary}</p>}
          </section>
        )}
        <section>
          <p className="eyebrow">{m.cases_from_module()}</p>
          <ModuleNames modules={[about.module]} />
          {about.sources.length > 0 && (
            <p className="soft small mt-2 print:hidden">
              {m.cases_draws_on()}{' '}
              {about.sources.map((source, index) => (
                <span key={source.id}>
                  {index > 0 && '; '}
                  <Link to={`/sources#${source.id}`}>{source.title}</Link>
                </span>
              ))}
            </p>
          )}
        </section>
      </div>
      <p className="case-address">{address}</p>
      <div className="actions mt-8">
        <PrintButton>{m.cases_print()}</PrintButton>
        <CopyButton text={address}>{m.cases_copy_link()}</CopyButton>
      </div>
      <CaseTurns name={about.function.name} previous={about.previous} next={about.next} />
      {about.alike.length > 0 && (
        <section className="section print:hidden">
          <h2 className="mb-4">{m.cases_alike()}</h2>
          <ul className="lines">
            {about.alike.map((other) => (
              <li key={other.id}>
                <h3 dir="auto">
                  <Link to={`/cases/${other.id}`}>{other.title}</Link>
                </h3>
                <span className="soft">{other.function}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
