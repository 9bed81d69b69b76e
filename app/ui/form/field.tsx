import { cloneElement, useId, type AriaAttributes, type ReactElement, type ReactNode } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { FieldError, type Errors } from './field-error.tsx';

type Wired = {
  id?: string;
  required?: boolean;
  'aria-invalid'?: AriaAttributes['aria-invalid'];
  'aria-describedby'?: string;
};

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  errors?: Errors;
  /** Said at the label when a form asks for few things; the rule is that what is not optional is needed. */
  optional?: boolean;
  required?: boolean;
  children: ReactElement<Wired>;
};

/**
 * Label, hint and error around one control, which may carry an id of its own (as one whose props
 * come from a form library does); the error's id is then `<id>-error`, as such libraries expect.
 */
export function Field({ label, hint, errors, optional = false, required, children }: FieldProps) {
  const fallback = useId();
  const id = children.props.id ?? fallback;
  const wrong = !!errors && errors.length > 0;
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ');
  const control = cloneElement(children, {
    id,
    required: required ?? children.props.required,
    'aria-invalid': wrong || undefined,
    'aria-describedby': described || undefined,
  });
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {optional && <span className="optional"> {m.ui_field_optional()}</span>}
      </label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <FieldError id={`${id}-error`} errors={errors} />
      {control}
    </div>
  );
}
