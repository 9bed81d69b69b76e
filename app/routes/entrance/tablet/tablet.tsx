import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { peopleOfTablet } from '#app/domain/access/tablets/tablet-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import { dropSessionToken } from '#app/platform/session/session-cookie.server.ts';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import type { PageHandle } from '../../frame.tsx';
import { currentSession } from '../../guards.server.ts';
import { dropTabletToken } from '../../tablet-cookie.server.ts';
import type { ShownName } from './names.ts';
import { namesToShow } from './names.ts';
import { tabletOf } from './tablet-guard.server.ts';
import { TabletPage } from './tablet-page.tsx';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.tablet_title() }];

/** Whoever comes to the names is signed out on this screen: the next one may be somebody else. */
async function signOutHere(args: LoaderFunctionArgs): Promise<HeadersInit> {
  const session = await currentSession(args);
  return session?.kind === 'tablet' ? { 'Set-Cookie': await dropSessionToken() } : {};
}

export async function loader(args: LoaderFunctionArgs) {
  const { request } = args;
  const company = (await readCompany(reader))?.name ?? m.app_name();
  const tablet = await tabletOf(request);
  const query = new URL(request.url).searchParams;
  const next = safePath(query.get('next'));
  if (!tablet) {
    // A device that was revoked is an ordinary one again.
    const headers = { 'Set-Cookie': await dropTabletToken() };
    return data({ company, next, tablet: null }, { headers });
  }
  const people = await peopleOfTablet(reader, tablet);
  const shown = namesToShow(people, query.get('letter'));
  const { name, department } = tablet;
  const headers = await signOutHere(args);
  return data(
    { company, next, of: query.get('of'), tablet: { name, department }, some: people.length > 0, ...shown },
    { headers },
  );
}

/** On to the PIN; a page that was left comes along for whose it was. */
function addressOf(path: string, next: string, of: string | null, more: Record<string, string> = {}) {
  const query = new URLSearchParams({ ...more, ...(next !== '/' && { next, ...(of && { of }) }) });
  return query.size > 0 ? `${path}?${query}` : path;
}

export default function Tablet() {
  const shown = useLoaderData<typeof loader>();
  const { company, next } = shown;
  if (!shown.tablet) return <NoTablet company={company} next={next} />;
  const { tablet, letters, letter, names, of } = shown;
  const signIn = next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
  return (
    <TabletPage
      company={company}
      tablet={tablet.name}
      title={m.tablet_title()}
      lead={letters.length > 0 && !letter ? m.tablet_lead_letters() : m.tablet_lead()}
    >
      {letters.length > 0 && (
        <nav aria-label={m.tablet_letters()}>
          <ul className="letters">
            {letters.map((one) => (
              <li key={one}>
                <Link
                  to={addressOf('/tablet', next, of, { letter: one })}
                  aria-current={one === letter ? 'true' : undefined}
                >
                  {one}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Names names={names} to={(id) => addressOf(`/tablet/${id}`, !of || id === of ? next : '/', null)} />
      {!shown.some && (
        <Empty title={m.tablet_nobody_title()}>
          <p>{m.tablet_nobody({ department: tablet.department })}</p>
        </Empty>
      )}
      <div className="actions section">
        <QuietButton to={addressOf('/tablet/number', next, of)}>{m.tablet_by_number()}</QuietButton>
        <a href={signIn}>{m.tablet_by_password()}</a>
      </div>
    </TabletPage>
  );
}

function Names({ names, to }: { names: ShownName[]; to: (id: string) => string }) {
  return (
    <ul className="names">
      {names.map(({ id, name, number }) => (
        <li key={id}>
          <Link to={to(id)} className="btn btn-quiet">
            <span dir="auto">{name}</span>
            {number && <span className="soft small">{number}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function NoTablet({ company, next }: { company: string; next: string }) {
  return (
    <TabletPage company={company} title={m.tablet_none_title()} lead={m.tablet_none_lead()}>
      <p className="prose">{m.tablet_none()}</p>
      <div className="actions mt-8">
        <Button to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`}>
          {m.tablet_by_password()}
        </Button>
        <QuietButton to="/tablet/set-up">{m.tablet_set_up_title()}</QuietButton>
      </div>
    </TabletPage>
  );
}
