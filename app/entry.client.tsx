import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';

/**
 * Until the data of the page is decoded, RemixBrowser throws a promise, before it calls any hook. React
 * breaks with "Root did not complete" when somebody presses a key or a button while its root waits like
 * that, so we wait here instead; until then the page works as it does without a script.
 */
async function waitForData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    if (thrown instanceof Promise) await thrown;
  }
}

await waitForData();
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
