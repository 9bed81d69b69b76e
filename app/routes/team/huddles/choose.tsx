import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { chooseSheet } from '#app/domain/culture/huddles/choose-sheet.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { ChoiceGroup, RadioChoice } from '#app/ui/form/choice.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireHead } from '../../guards.server.ts';
import { findOwnHuddle } from './find-own-huddle.server.ts';
import { offeredSheets } from './offered-sheets.server.ts';
import { weekInWords } from './shown-huddle.ts';
import { chooseRefusals } from './words.ts';

const chooseForm = z.object({ sheet: z.string().min(1) }).strict();

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? m.huddle_choose_title({ department: shown.department }) : m.huddle_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  const head = await requireHead(args);
  const huddle = await findOwnHuddle(head, args.params.huddle);
  const { id, department, title, language, mondayOn, documentId, held, state } = huddle;
  if (held || state === 'missed') throw redirect(`/team/huddles/${id}`);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), head.language);
  const week = weekInWords(mondayOn, locale);
  const sheets = await offeredSheets(huddle, locale);
  return { id, department, title, language, week, sheets, now: documentId };
}

export async function action(args: ActionFunctionArgs) {
  const head = await requireHead(args);
  const { id: huddleId } = await findOwnHuddle(head, args.params.huddle);
  const submission = await parseForm(args.request, chooseForm);
  if (submission.status !== 'success') return data({ wrong: m.huddle_choose_missing() }, { status: 422 });
  const documentId = submission.value.sheet;
  const chosen = await transact((tx) => chooseSheet(tx, head, { huddleId, documentId }));
  if ('ok' in chosen) throw redirect(`/team/huddles/${huddleId}?done=chosen`, 303);
  if (chosen.refused === 'not-allowed') return notFound();
  return data({ wrong: chooseRefusals[chosen.refused]() }, { status: 422 });
}

export default function ChooseSheet() {
  const { id, department, title, language, week, sheets, now } = useLoaderData<typeof loader>();
  const wrong = useActionData<typeof action>()?.wrong;
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/team/huddles', label: m.huddle_title() },
          { to: `/team/huddles/${id}`, label: title, lang: language },
        ]}
        here={m.huddle_choose()}
      />
      <PageHead eyebrow={week} title={m.huddle_choose_title({ department })} lead={m.huddle_choose_lead()} />
      <form method="post" className="form" noValidate>
        {wrong && <FormErrors errors={[{ fieldId: 'sheet', message: wrong }]} answer={wrong} />}
        <ChoiceGroup id="sheet" legend={m.huddle_choose_legend()} errors={wrong}>
          {sheets.map((sheet) => (
            <RadioChoice
              key={sheet.documentId}
              name="sheet"
              value={sheet.documentId}
              defaultChecked={sheet.documentId === now}
              label={
                <span lang={sheet.language} dir="auto">
                  {sheet.title}
                </span>
              }
              note={sheet.documentId === now ? `${m.huddle_choose_now()} ${sheet.why}` : sheet.why}
            />
          ))}
        </ChoiceGroup>
        <div className="form-end">
          <SubmitOnce>{m.huddle_choose_button()}</SubmitOnce>
          <QuietButton to={`/team/huddles/${id}`}>{m.huddle_choose_back()}</QuietButton>
        </div>
      </form>
    </>
  );
}
