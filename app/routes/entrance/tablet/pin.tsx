import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { personOfTablet } from '#app/domain/access/tablets/tablet-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import { PinField } from '#app/ui/codes/pin-field.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import type { PageHandle } from '../../frame.tsx';
import { notFound } from '../../guards.server.ts';
import { pinForm, wordPin } from './pin-words.ts';
import { signInByPin } from './sign-in-by-pin.server.ts';
import { requireTablet } from './tablet-guard.server.ts';
import { TabletPage } from './tablet-page.tsx';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.tablet_pin_title() }];

async function chosen({ request, params }: LoaderFunctionArgs) {
  const tablet = await requireTablet(request);
  const person = await personOfTablet(reader, tablet, { personId: params.person ?? '' });
  return person ? { tablet, person } : notFound();
}

export async function loader(args: LoaderFunctionArgs) {
  const { tablet, person } = await chosen(args);
  const next = safePath(new URL(args.request.url).searchParams.get('next'));
  const company = (await readCompany(reader))?.name ?? m.app_name();
  return { company, tablet: tablet.name, name: person.name, next };
}

export async function action(args: ActionFunctionArgs) {
  const { tablet, person } = await chosen(args);
  const submission = await parseForm(args.request, pinForm);
  const refuse = (code?: string) => {
    const fieldErrors = code ? { pin: [code] } : undefined;
    const reply = wordReply(submission.reply({ fieldErrors, hideFields: ['pin'] }), wordPin);
    return data({ reply }, { status: 422 });
  };
  if (submission.status !== 'success') return refuse();
  const { pin, next } = submission.value;
  const signedIn = await signInByPin(args, { tablet, personId: person.id, who: person.id, pin });
  if ('refused' in signedIn) return refuse(signedIn.refused);
  throw redirect(safePath(next), { status: 303, headers: signedIn.headers });
}

export default function Pin() {
  const { company, tablet, name, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ pin: string }>({ id: 'pin', lastResult: answer?.reply });
  return (
    <TabletPage company={company} tablet={tablet} title={name} lead={m.tablet_pin_lead()}>
      <form {...getFormProps(form)} method="post" noValidate className="form">
        <FormErrors errors={errorSummary(form)} answer={answer} />
        <input type="hidden" name="next" value={next} />
        <PinField
          label={m.tablet_pin_field()}
          errors={fields.pin.errors}
          keypad
          input={getInputProps(fields.pin, { type: 'text', value: false })}
        />
        <div className="form-end">
          <SubmitOnce>{m.tablet_pin_button()}</SubmitOnce>
          <Link to="/tablet">{m.tablet_pin_not_me()}</Link>
        </div>
      </form>
      <p className="soft mt-8">{m.tablet_pin_forgotten()}</p>
    </TabletPage>
  );
}
