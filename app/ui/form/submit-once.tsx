import { useNavigation } from '@remix-run/react';
import { useEffect, useRef, useState, type ComponentPropsWithoutRef } from 'react';
import * as m from '#app/messages/generated/messages.js';

export type SubmitOnceProps = Omit<ComponentPropsWithoutRef<'button'>, 'type'> & {
  /** What it says after the first press. */
  sending?: string;
  quiet?: boolean;
};

/**
 * Never `disabled`: that would take the focus away, and the button's own name and value out of the form.
 * Without a script it is an ordinary submit button.
 */
export function SubmitOnce({ sending, quiet, className, children, onClick, ...props }: SubmitOnceProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [sent, setSent] = useState<'no' | 'page' | 'script'>('no');
  const { formMethod } = useNavigation();
  const busy = sent === 'page' || (sent === 'script' && formMethod !== undefined);

  useEffect(() => {
    // On the window: by then it is known whether the page or a script carries the form on.
    const submitted = (event: SubmitEvent) => {
      const mine =
        event.target === button.current?.form && (event.submitter ?? button.current) === button.current;
      if (!mine) setSent('no');
      else setSent(event.defaultPrevented ? 'script' : 'page');
    };
    const shown = () => setSent('no');
    window.addEventListener('submit', submitted);
    window.addEventListener('pageshow', shown);
    return () => {
      window.removeEventListener('submit', submitted);
      window.removeEventListener('pageshow', shown);
    };
  }, []);

  return (
    <button
      {...props}
      ref={button}
      type="submit"
      className={['btn', quiet && 'btn-quiet', className].filter(Boolean).join(' ')}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      <span aria-live="polite">{busy ? (sending ?? m.ui_sending()) : children}</span>
    </button>
  );
}
