import { useId } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';

type Props = {
  action: string;
  /** The part to come back to. */
  part: string;
  prompt: string;
  made: string | null;
  error?: string;
};

/** What I will do. Nobody else sees it, and it may stay empty. */
export function CommitmentForm({ action, part, prompt, made, error }: Props) {
  const id = useId();
  return (
    <form method="post" action={action} className="commitment">
      <input type="hidden" name="part" value={part} />
      <div className="field">
        <label className="field-label" htmlFor={id} dir="auto">
          {prompt}
        </label>
        <span className="hint" id={`${id}-hint`}>
          {m.learn_commitment_hint()}
        </span>
        {error && (
          <span className="error" id={`${id}-error`}>
            {error}
          </span>
        )}
        <textarea
          className="input"
          id={id}
          name="text"
          rows={3}
          maxLength={500}
          defaultValue={made ?? ''}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
          dir="auto"
        />
      </div>
      <SubmitOnce quiet>{made ? m.learn_commitment_again() : m.learn_commitment_save()}</SubmitOnce>
    </form>
  );
}
