import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import * as m from '#app/messages/generated/messages.js';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { textSizes, type TextSize } from '#app/ui/reading/text-size.ts';
import { requirePerson } from '../guards.server.ts';
import { keepTextSize, readTextSize } from '../text-size-cookie.server.ts';

export const meta: MetaFunction = () => [{ title: m.reading_size_title() }];

const sizeForm = z.object({ size: z.enum(textSizes), back: z.string().max(2000).default('/learn') }).strict();

const words: Record<TextSize, () => string> = {
  normal: m.ui_text_normal,
  large: m.ui_text_large,
  largest: m.ui_text_largest,
};

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args);
  return { size: await readTextSize(args.request) };
}

export async function action(args: ActionFunctionArgs) {
  await requirePerson(args);
  const submission = await parseForm(args.request, sizeForm);
  if (submission.status !== 'success') return data({ missing: true }, { status: 422 });
  const { size, back } = submission.value;
  throw redirect(safePath(back, '/learn'), {
    status: 303,
    headers: { 'Set-Cookie': await keepTextSize(size) },
  });
}

export default function TextSizePage() {
  const { size } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.reading_size_title()} lead={m.reading_size_lead()} />
      <form method="post" className="form">
        <fieldset className="fieldset fieldset-plain" aria-describedby={answer && 'size-error'}>
          <legend>{m.ui_text_size()}</legend>
          {answer && (
            <p className="error" id="size-error">
              {m.reading_size_missing()}
            </p>
          )}
          <div className="choices">
            {textSizes.map((one) => (
              <label key={one} className="choice">
                <input type="radio" name="size" value={one} defaultChecked={one === size} />
                <span>{words[one]()}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="form-end">
          <SubmitOnce>{m.reading_size_keep()}</SubmitOnce>
        </div>
      </form>
    </>
  );
}
