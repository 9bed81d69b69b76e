import { useState, useSyncExternalStore } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '../form/button.tsx';

const neverChanges = () => () => {};
const canCopy = () => typeof navigator.clipboard?.writeText === 'function';
const onServer = () => false;

/** Where a script can copy; elsewhere there is the text itself. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const able = useSyncExternalStore(neverChanges, canCopy, onServer);
  const [copied, setCopied] = useState(false);
  if (!able) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <QuietButton type="button" onClick={() => void copy()}>
      <span aria-live="polite">{copied ? m.ui_copied() : children}</span>
    </QuietButton>
  );
}
