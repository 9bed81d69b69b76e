import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import type { ImageRefusal } from '#app/domain/files/store-image.work.server.ts';
import { storeImage } from '#app/domain/files/store-image.work.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { setLogo } from '#app/domain/people/company/set-logo.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';

export const meta: MetaFunction = () => [{ title: m.admin_logo_title() }];

const refusals: Record<ImageRefusal | 'missing' | 'not-allowed', () => string> = {
  missing: m.admin_logo_missing,
  'not-allowed': m.admin_refused_not_allowed,
  'too-large': m.admin_logo_too_large,
  'not-an-image': m.admin_logo_not_an_image,
  damaged: m.admin_logo_damaged,
  animated: m.admin_logo_animated,
  'more-than-an-image': m.admin_logo_more,
  'too-many-pixels': m.admin_logo_too_many_pixels,
};

const done: Record<string, () => string> = {
  saved: m.admin_logo_saved,
  removed: m.admin_logo_removed,
};

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'admin');
  const logo = (await readCompany(reader))?.logo;
  const said = new URL(args.request.url).searchParams.get('done') ?? '';
  return { logo: logo ? `/files/${logo}.png` : null, done: Object.hasOwn(done, said) ? said : null };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'admin');
  const sent = (await args.request.formData()).get('logo');
  const stored =
    sent instanceof File && sent.size > 0
      ? await storeImage(new Uint8Array(await sent.arrayBuffer()))
      : ({ refused: 'missing' } as const);
  const set =
    'refused' in stored ? stored : await transact((tx) => setLogo(tx, actor, { image: stored.image }));
  if ('refused' in set) return data({ error: refusals[set.refused]() }, { status: 422 });
  throw redirect('/admin/company/logo?done=saved', 303);
}

export default function Logo() {
  const { logo, done: said } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/admin', label: m.admin_title() },
          { to: '/admin/company', label: m.admin_company_title() },
        ]}
        here={m.admin_logo_title()}
      />
      {said && !answer && <Notice tone="good">{done[said]?.()}</Notice>}
      <PageHead title={m.admin_logo_title()} lead={m.admin_logo_lead()} />
      {logo && (
        <figure className="mb-8">
          <figcaption className="field-label">{m.admin_logo_now()}</figcaption>
          <img
            className="my-2 max-h-40 max-w-full rounded bg-plate p-4"
            src={logo}
            alt={m.admin_logo_now()}
          />
          <Link className="inline-block py-2" to="/admin/company/logo/remove">
            {m.admin_logo_remove_title()}
          </Link>
        </figure>
      )}
      <form
        method="post"
        action="/admin/company/logo"
        encType="multipart/form-data"
        noValidate
        className="form"
      >
        <FormErrors errors={answer ? [{ message: answer.error, fieldId: 'logo' }] : []} answer={answer} />
        <Field label={m.admin_logo_file()} hint={m.admin_logo_file_hint()} errors={answer?.error} required>
          <input
            id="logo"
            type="file"
            name="logo"
            accept="image/png,image/jpeg,image/webp"
            className="input input-file"
          />
        </Field>
        <div className="form-end">
          <SubmitOnce>{m.admin_logo_send()}</SubmitOnce>
        </div>
      </form>
    </>
  );
}
