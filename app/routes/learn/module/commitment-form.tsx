import * as m from '#app/messages/generated/messages.js';
import { Field } from '#app/ui/form/field.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextArea } from '#app/ui/form/text-input.tsx';

type Props = {
  action: string;
  /** The part to come back to. */
  part: string;
  prompt: string;
  /** Of the prompt. */
  lang: string;
  made: string | null;
  error?: string;
};

/** What I will do. Nobody else sees it, and it may stay empty. */
export function CommitmentForm({ action, part, prompt, lang, made, error }: Props) {
  return (
    <form method="post" action={action} className="form">
      <input type="hidden" name="part" value={part} />
      <Field
        label={
          <span lang={lang} dir="auto">
            {prompt}
          </span>
        }
        hint={m.learn_commitment_hint()}
        errors={error}
      >
        <TextArea name="text" rows={3} maxLength={500} defaultValue={made ?? ''} />
      </Field>
      <div className="form-end">
        <SubmitOnce quiet>{made ? m.learn_commitment_again() : m.learn_commitment_save()}</SubmitOnce>
      </div>
    </form>
  );
}
