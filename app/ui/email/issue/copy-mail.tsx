import { useState, useSyncExternalStore } from 'react';
import { Button } from '../../form/button.tsx';

const neverChanges = () => () => {};
const canCopy = () => typeof ClipboardItem === 'function' && typeof navigator.clipboard?.write === 'function';
const onServer = () => false;

/** The rules in its head are for whoever opens the mail; the clipboard takes none under our policy. */
const withoutRules = (html: string) => html.replace(/<style>[\s\S]*?<\/style>/, '');

type Props = { html: string; text: string; copied: string; children: string };

/** Puts a mail on the clipboard as what it is, so that a mail program pastes it drawn. */
export function CopyMail({ html, text, copied, children }: Props) {
  const able = useSyncExternalStore(neverChanges, canCopy, onServer);
  const [done, setDone] = useState(false);
  if (!able) return null;
  const copy = () => {
    const as = (type: string, content: string) => new Blob([content], { type });
    const item = new ClipboardItem({
      'text/html': as('text/html', withoutRules(html)),
      'text/plain': as('text/plain', text),
    });
    return navigator.clipboard.write([item]).then(
      () => setDone(true),
      () => setDone(false),
    );
  };
  return (
    <Button type="button" onClick={() => void copy()}>
      <span aria-live="polite">{done ? copied : children}</span>
    </Button>
  );
}
