import { useId, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import { FieldError, type Errors } from './field-error.tsx';

export type ChoiceProps = Omit<ComponentPropsWithoutRef<'input'>, 'type'> & {
  label: ReactNode;
  note?: ReactNode;
};

export function CheckChoice({ label, note, ...props }: ChoiceProps) {
  return (
    <label className="choice">
      <input {...props} type="checkbox" />
      <span>
        {label}
        {note && <span className="choice-note">{note}</span>}
      </span>
    </label>
  );
}

export function RadioChoice({ label, note, ...props }: ChoiceProps) {
  return (
    <label className="choice">
      <input {...props} type="radio" />
      <span>
        {label}
        {note && <span className="choice-note">{note}</span>}
      </span>
    </label>
  );
}

export type ChoiceGroupProps = {
  legend: ReactNode;
  hint?: ReactNode;
  errors?: Errors;
  /** The fieldset's own id: what a summary of errors links to. */
  id?: string;
  /** `plain` for one question among other fields; the large legend is for a question that stands alone. */
  size?: 'large' | 'plain';
  children: ReactNode;
};

export function ChoiceGroup({ legend, hint, errors, id: given, size = 'plain', children }: ChoiceGroupProps) {
  const fallback = useId();
  const id = given ?? fallback;
  const wrong = !!errors && errors.length > 0;
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={size === 'plain' ? 'fieldset fieldset-plain' : 'fieldset'}
      aria-describedby={described || undefined}
    >
      <legend dir="auto">{legend}</legend>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <FieldError id={`${id}-error`} errors={errors} />
      <div className="choices">{children}</div>
    </fieldset>
  );
}
