import { useId, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import { FieldError, type Errors } from './field-error.tsx';

export type CheckboxProps = Omit<ComponentPropsWithoutRef<'input'>, 'type'> & {
  label: ReactNode;
  hint?: ReactNode;
  errors?: Errors;
};

export function Checkbox({ label, hint, errors, id: given, ...props }: CheckboxProps) {
  const fallback = useId();
  const id = given ?? fallback;
  const wrong = !!errors && errors.length > 0;
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <FieldError id={`${id}-error`} errors={errors} />
      <label className="checkbox">
        <input
          {...props}
          id={id}
          type="checkbox"
          aria-invalid={wrong || undefined}
          aria-describedby={described || undefined}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <span className="hint ps-9" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
