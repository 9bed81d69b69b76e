import { useEffect, useRef } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { Icon } from '../page/icon.tsx';

export type FormErrorsProps = {
  errors: { message: string; fieldId?: string }[];
  title?: string;
  /** Anything that changes with each answer of the server: the summary then takes the focus again. */
  answer?: unknown;
};

export function FormErrors({ errors, title, answer }: FormErrorsProps) {
  const box = useRef<HTMLElement>(null);
  const said = errors.map((error) => error.message).join('\n');

  const told = useRef<{ said: string; answer: unknown } | null>(null);

  useEffect(() => {
    if (told.current?.said === said && told.current.answer === answer) return;
    told.current = { said, answer };
    if (said) box.current?.focus();
  }, [said, answer]);

  if (errors.length === 0) return null;
  return (
    // The attribute moves the focus where no script does.
    <section
      className="form-errors"
      aria-labelledby="form-errors-title"
      tabIndex={-1}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the way to what went wrong
      autoFocus
      ref={box}
    >
      <h2 id="form-errors-title">
        <Icon name="cross" bold />
        {title ?? m.ui_form_errors({ count: errors.length })}
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.fieldId ?? ''} ${error.message}`}>
            {error.fieldId ? <a href={`#${error.fieldId}`}>{error.message}</a> : error.message}
          </li>
        ))}
      </ul>
    </section>
  );
}
