import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { personOfTablet } from '#app/domain/access/tablets/tablet-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { normaliseSignInName } from '#app/domain/people/person.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import { PinField } from '#app/ui/codes/pin-field.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import type { PageHandle } from '../../frame.tsx';
import { numberForm, wordPin } from './pin-words.ts';
import { signInByPin } from './sign-in-by-pin.server.ts';
import { requireTablet } from './tablet-guard.server.ts';
import { TabletPage } from './tablet-page.tsx';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.tablet_number_title() }];

export async function loader({ request }: LoaderFunctionArgs) {
  const tablet = await requireTablet(request);
  const query = new URL(request.url).searchParams;
  const company = (await readCompany(reader))?.name ?? m.app_name();
  return { company, tablet: tablet.name, next: safePath(query.get('next')), of: query.get('of') ?? '' };
}

export async function action(args: ActionFunctionArgs) {
  const tablet = await requireTablet(args.request);
  const submission = await parseForm(args.request, numberForm);
  const refuse = (code?: string) => {
    const formErrors = code ? [code] : undefined;
    const reply = wordReply(submission.reply({ formErrors, hideFields: ['pin'] }), wordPin);
    return data({ reply }, { status: 422 });
  };
  if (submission.status !== 'success') return refuse();
  const { number, pin, next, of } = submission.value;
  const person = await personOfTablet(reader, tablet, { employeeNumber: number });
  const who = person?.id ?? normaliseSignInName(number);
  const signedIn = await signInByPin(args, { tablet, personId: person?.id ?? null, who, pin });
  if ('refused' in signedIn) return refuse(signedIn.refused === 'wrong' ? 'wrong-number' : 'too-many');
  // The page that was left is theirs alone whose it was.
  const to = person?.id === of || !of ? safePath(next) : '/';
  throw redirect(to, { status: 303, headers: signedIn.headers });
}

export default function NumberAndPin() {
  const { company, tablet, next, of } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ number: string; pin: string }>({
    id: 'number',
    lastResult: answer?.reply,
  });
  return (
    <TabletPage company={company} tablet={tablet} title={m.tablet_number_title()}>
      <form {...getFormProps(form)} method="post" noValidate className="form">
        <FormErrors errors={errorSummary(form)} answer={answer} />
        <input type="hidden" name="next" value={next} />
        {of && <input type="hidden" name="of" value={of} />}
        <Field label={m.tablet_number_field()} errors={fields.number.errors} required>
          <TextInput
            {...getInputProps(fields.number, { type: 'text' })}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
          />
        </Field>
        <PinField
          label={m.tablet_pin_field()}
          errors={fields.pin.errors}
          input={getInputProps(fields.pin, { type: 'text', value: false })}
        />
        <div className="form-end">
          <SubmitOnce>{m.tablet_pin_button()}</SubmitOnce>
          <Link to="/tablet">{m.tablet_number_back()}</Link>
        </div>
      </form>
    </TabletPage>
  );
}
