import type { Submission } from '@conform-to/react';
import { data } from '@remix-run/node';
import { wordReply } from '#app/platform/form/parse-form.server.ts';

type Word = (code: string, field: string) => string;
type Parsed = Pick<Submission<Record<string, unknown>, string[], unknown>, 'reply'>;

/** The form again, with what was typed and what is wrong with it. */
export function askAgain(submission: Parsed, word: Word) {
  return data({ reply: wordReply(submission.reply(), word) }, { status: 422 });
}

/** The form again, for a refusal; shown at a field, or above the form where there is none. */
export function refuseAt(submission: Parsed, refused: string, field: string | null | undefined, word: Word) {
  const reply = submission.reply(field ? { fieldErrors: { [field]: [refused] } } : { formErrors: [refused] });
  return data({ reply: wordReply(reply, word) }, { status: 422 });
}
