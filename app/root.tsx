import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  isRouteErrorResponse,
  useLoaderData,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { CSSProperties, ReactNode } from 'react';
import { useContext } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { isStalePage } from './platform/http/stale-page.ts';
import { NonceContext } from './nonce.ts';
import { RequestId } from './request-id.tsx';
import { Frame, OutsideShell, useScripts } from './routes/frame.tsx';
import type { FrameData } from './routes/frame.server.ts';
import { readFrame } from './routes/frame.server.ts';
import { TabletRefresh, TabletWatch } from './routes/tablet-frame.tsx';
import { SignInAgainPage } from './routes/entrance/sign-in/sign-in-again.tsx';
import { isSignInAgain } from './routes/entrance/sign-in/sign-in-again.ts';
import { ErrorPage } from './ui/page/error-page.tsx';
import { LogoContext } from './ui/page/wordmark.tsx';
import theme from './ui/theme/theme.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: theme },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export const meta: MetaFunction = () => [{ title: m.app_name() }];

export function loader({ request, context }: LoaderFunctionArgs): Promise<FrameData> {
  return readFrame({ request, context });
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const frame = useRouteLoaderData<typeof loader>('root');
  const scripted = useScripts();
  // In place of saffron: it only marks, so it need not carry words.
  const accent = frame?.accent ? ({ '--color-mark': frame.accent } as CSSProperties) : undefined;
  return (
    <html lang={frame?.language ?? 'en'} style={accent}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        {frame?.me?.onTablet && <TabletRefresh personId={frame.me.onTablet} />}
        <Links />
      </head>
      <body>
        <LogoContext.Provider value={frame?.logo ?? null}>{children}</LogoContext.Provider>
        {frame?.me?.onTablet && <TabletWatch personId={frame.me.onTablet} />}
        {scripted && <ScrollRestoration nonce={nonce} />}
        {scripted && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  const frame = useLoaderData<typeof loader>();
  return (
    <Frame frame={frame}>
      <Outlet />
    </Frame>
  );
}

/** Every error of every page ends here; the routes themselves catch nothing. */
export function ErrorBoundary() {
  const frame = useRouteLoaderData<typeof loader>('root');
  return (
    <OutsideShell frame={frame}>
      <Failure name={frame?.companyName ?? m.app_name()} />
    </OutsideShell>
  );
}

function Failure({ name }: { name: string }) {
  const error = useRouteError();
  const { pathname, search } = useLocation();
  if (isRouteErrorResponse(error)) {
    if (error.status === 401 && isSignInAgain(error.data)) {
      return <SignInAgainPage name={name} carried={error.data.signInAgain} />;
    }
    if (error.status === 404) return <NotFoundPage name={name} />;
  }
  const updated = isStalePage(error, typeof document !== 'undefined');
  return (
    <ErrorPage
      name={name}
      code={updated ? '…' : 500}
      title={updated ? m.app_updated_title() : m.app_failed_title()}
      lead={updated ? m.app_updated_lead() : m.app_failed_lead()}
    >
      {updated && (
        <p>
          <a className="btn" href={pathname + search}>
            {m.app_reload()}
          </a>
        </p>
      )}
      <RequestId />
    </ErrorPage>
  );
}

function NotFoundPage({ name }: { name: string }) {
  return (
    <ErrorPage
      name={name}
      code={404}
      title={m.app_not_found_title()}
      lead={m.app_not_found_lead()}
      links={[{ to: '/', label: m.app_to_today() }]}
    >
      <RequestId />
    </ErrorPage>
  );
}
