import { Icon } from '../page/icon.tsx';

/** As a form library gives them, or one sentence. */
export type Errors = string | string[] | null | undefined;

export function FieldError({ id, errors }: { id: string; errors: Errors }) {
  if (!errors || errors.length === 0) return null;
  return (
    <span className="error" id={id}>
      <Icon name="cross" bold />
      <span>{typeof errors === 'string' ? errors : errors.join(' ')}</span>
    </span>
  );
}
