import type { SubmissionResult } from '@conform-to/react';
import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import { z } from 'zod';
import { passwordLength } from '#app/domain/access/passwords/password-length.ts';
import * as m from '#app/messages/generated/messages.js';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { PasswordInput } from '#app/ui/form/password-input.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';

export const typedProof = z.string({ error: 'missing' }).max(passwordLength.max, 'wrong');

export const proofForm = z.object({ password: typedProof }).strict();

const words: Record<string, () => string> = {
  missing: m.factor_proof_missing,
  'too-many': m.factor_proof_too_many,
};

export function wordProof(code: string): string {
  return (words[code] ?? m.factor_proof_wrong)();
}

/** For whoever has a second factor: one proof again, and then the one thing the page is for. */
export function ProofForm({ reply, button }: { reply?: SubmissionResult<string[]>; button: string }) {
  const [form, fields] = useForm<{ password: string }>({ id: 'proof', lastResult: reply });
  return (
    <form {...getFormProps(form)} method="post" noValidate className="form">
      <FormErrors errors={errorSummary(form)} answer={reply} />
      <Field label={m.factor_proof()} hint={m.factor_proof_hint()} errors={fields.password.errors} required>
        <PasswordInput
          {...getInputProps(fields.password, { type: 'password', value: false })}
          autoComplete="current-password"
        />
      </Field>
      <div className="form-end">
        <SubmitOnce>{button}</SubmitOnce>
      </div>
    </form>
  );
}
