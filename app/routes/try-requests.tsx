import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '#app/ui/form/button.tsx';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextArea } from '#app/ui/form/text-input.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import type { showTryRequest, showTryRequests, ShownTryRequest } from './try-requests.server.ts';

type ListProps = Awaited<ReturnType<typeof showTryRequests>> & { lead: string; home: string };

/** Who waits for a further try, and the way to give it. */
export function TryRequests({ requests, done, lead, home }: ListProps) {
  return (
    <>
      <PageHead title={m.quiz_requests_title()} lead={requests.length > 0 ? lead : undefined} />
      {done === 'given' && <Notice tone="good">{m.quiz_requests_given()}</Notice>}
      {done === 'answered-already' && <Notice>{m.quiz_grant_answered()}</Notice>}
      {requests.length === 0 && <Empty title={m.quiz_requests_none()}>{m.quiz_requests_none_help()}</Empty>}
      <ul className="lines max-w-wide">
        {requests.map((request) => (
          <li key={request.id}>
            <h2 className="text-lead" dir="auto">
              {request.person}
            </h2>
            <p className="full" dir="auto">
              {m.quiz_request_about({ module: request.module, count: request.tries })}
            </p>
            <p className="soft small full">{askedInWords(request)}</p>
            <p className="full">
              <Link
                to={`${home}/${request.id}`}
                className="inline-flex min-h-touch items-center"
                aria-label={m.quiz_request_answer_of({ name: request.person, module: request.module })}
              >
                {m.quiz_request_answer()}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function askedInWords({ head, date }: ShownTryRequest): string {
  return head ? m.quiz_request_asked_head({ head, date }) : m.quiz_request_asked_hr({ date });
}

const mistakes: Record<string, () => string> = {
  missing: m.quiz_grant_reason_missing,
  'too-long': m.quiz_grant_reason_too_long,
};

type GrantProps = {
  asked: Awaited<ReturnType<typeof showTryRequest>>;
  /** What was typed, and what was wrong with it. */
  answer: { mistake: string; reason: string } | undefined;
  home: string;
};

/** One request, with all that whoever answers it needs to know, and no answer of the learner's. */
export function GrantTry({ asked, answer, home }: GrantProps) {
  const { person, department, module, tries, scores } = asked;
  const mistake = answer && (mistakes[answer.mistake] ?? m.quiz_grant_reason_missing)();
  return (
    <>
      <PageHead
        eyebrow={department ?? undefined}
        title={m.quiz_grant_title({ name: person })}
        lead={m.quiz_request_about({ module, count: tries })}
      />
      <p className="soft mb-2">{askedInWords(asked)}</p>
      {scores && <p className="soft mb-2">{m.quiz_grant_scores({ scores })}</p>}
      <form method="post" className="form mt-8" noValidate>
        {mistake && (
          <FormErrors errors={[{ fieldId: 'reason', message: `${m.quiz_grant_reason()}: ${mistake}` }]} />
        )}
        <Field
          label={m.quiz_grant_reason()}
          hint={m.quiz_grant_reason_hint({ name: person })}
          errors={mistake}
          required
        >
          <TextArea id="reason" name="reason" rows={3} defaultValue={answer?.reason ?? ''} />
        </Field>
        <div className="form-end">
          <SubmitOnce>{m.quiz_grant_button()}</SubmitOnce>
          <QuietButton to={home}>{m.quiz_grant_back()}</QuietButton>
        </div>
      </form>
    </>
  );
}
