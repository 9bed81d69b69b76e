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
import { useContext, useEffect, useState } from 'react';
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
import { PlainLinksContext } from './ui/link/link.tsx';
import { ErrorPage } from './ui/page/error-page.tsx';
import { LogoContext } from './ui/page/wordmark.tsx';
// oxlint-disable-next-line import/default -- what the builder gives is its address
import readingScript from './ui/reading/attach-reading.js?url';
import { TextSizeContext } from './ui/reading/text-size.ts';
import theme from './ui/theme/theme.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: theme },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export const meta: MetaFunction = () => [{ title: m.app_name() }];

export function loader({ request, context }: LoaderFunctionArgs): Promise<FrameData> {
  return readFrame({ request, context });
}

/** Larger text is for pages of text: a table would only need more scrolling. */
function useTextClass(frame: FrameData | undefined): string | undefined {
  const { pathname } = useLocation();
  const size = frame?.textSize ?? 'normal';
  const name =
    /^\/(learn|cases|newsletter|reading)(\/|$)/.test(pathname) && size !== 'normal'
      ? `text-${size}`
      : undefined;
  // The control on the page changes it at once, without this one knowing.
  useEffect(() => {
    document.documentElement.className = name ?? '';
  });
  return name;
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const frame = useRouteLoaderData<typeof loader>('root');
  const wanted = useScripts(frame);
  // As the page came: what a script changes into a page of text goes on as it is.
  const [scripts] = useState(wanted);
  // In place of saffron: it only marks, so it need not carry words.
  const accent = frame?.accent ? ({ '--color-mark': frame.accent } as CSSProperties) : undefined;
  return (
    <html lang={frame?.language ?? 'en'} className={useTextClass(frame)} style={accent}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        {frame?.me?.onTablet && <TabletRefresh personId={frame.me.onTablet} />}
        <Links />
      </head>
      <body>
        <LogoContext.Provider value={frame?.logo ?? null}>
          <TextSizeContext.Provider value={frame?.textSize ?? 'normal'}>
            <PlainLinksContext.Provider value={scripts !== 'all'}>{children}</PlainLinksContext.Provider>
          </TextSizeContext.Provider>
        </LogoContext.Provider>
        {frame?.me?.onTablet && <TabletWatch personId={frame.me.onTablet} />}
        {scripts === 'all' && <ScrollRestoration nonce={nonce} />}
        {scripts === 'all' && <Scripts nonce={nonce} />}
        {scripts === 'reading' && <script type="module" nonce={nonce} src={`${readingScript}#alone`} />}
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
