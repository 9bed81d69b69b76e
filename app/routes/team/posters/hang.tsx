import { getFormProps, getInputProps, getSelectProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { hangPoster } from '#app/domain/culture/posters/hangings/hang-poster.server.ts';
import { hangingOf } from '#app/domain/culture/posters/hangings/hanging-reads.server.ts';
import { hangingPlace, wallSizes } from '#app/domain/culture/posters/hangings/hanging.ts';
import { readPoster } from '#app/domain/culture/posters/poster-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { Select } from '#app/ui/form/select.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { formatWords } from '#app/ui/posters/format-words.ts';
import { notFound } from '../../guards.server.ts';
import { checklistCrumbs, headAtSite, paperAt } from './head-sites.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title ?? m.poster_list_title() },
];

/** The list says only that it was hung; what was said of its place before still holds then. */
const hangForm = hangingPlace.extend({ language: z.string().max(35).optional() }).strict();

const mistakes: Record<string, () => string> = { 'too-long': m.poster_field_too_long };
const word = (code: string) => (mistakes[code] ?? m.poster_field_not_understood)();

export async function loader(args: LoaderFunctionArgs) {
  const { actor, site } = await headAtSite(args);
  const slug = args.params.poster ?? '';
  const poster = await readPoster(reader, slug, actor.language);
  if (!poster) return notFound();
  const hanging = await hangingOf(reader, site.id, slug);
  return {
    slug,
    title: poster.title,
    paper: paperAt(site),
    crumbs: checklistCrumbs(site.id),
    site: { id: site.id, name: site.name },
    language: hanging?.language ?? poster.language,
    place: hanging?.place ?? '',
    size: hanging?.size ?? undefined,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, site } = await headAtSite(args);
  const slug = args.params.poster ?? '';
  const poster = await readPoster(reader, slug, actor.language);
  if (!poster) return notFound();
  const { documentId } = poster;
  const submission = await parseForm(args.request, hangForm);
  if (submission.status !== 'success') {
    return data({ reply: wordReply(submission.reply(), word) }, { status: 422 });
  }
  const { language, ...said } = submission.value;
  const before = 'place' in submission.payload ? null : await hangingOf(reader, site.id, slug);
  const place = before ? { place: before.place ?? undefined, size: before.size ?? undefined } : said;
  const hung = await transact((tx) =>
    hangPoster(tx, actor, { siteId: site.id, documentId, language, ...place }),
  );
  if ('refused' in hung) return notFound();
  throw redirect(`/team/posters?site=${site.id}&saved`, 303);
}

export default function Hang() {
  const { slug, title, paper, crumbs, site, language, place, size } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const [form, fields] = useForm({ id: 'hang', lastResult: reply, defaultValue: { place, size } });
  return (
    <>
      <Breadcrumb items={crumbs} here={title} />
      <PageHead eyebrow={site.name} title={title} lead={m.poster_hang_lead()} />
      <p className="mb-8">
        <a className="btn btn-quiet" href={`/posters/${slug}.pdf?size=${paper}&language=${language}`}>
          {m.poster_print()}
        </a>
      </p>
      <form {...getFormProps(form)} method="post" noValidate className="form">
        <FormErrors errors={errorSummary(form)} answer={reply} />
        <input type="hidden" name="language" value={language} />
        <Field
          label={m.poster_hang_place()}
          hint={m.poster_hang_place_hint()}
          errors={fields.place.errors}
          optional
        >
          <TextInput
            {...getInputProps(fields.place, { type: 'text' })}
            maxLength={120}
            autoComplete="off"
            dir="auto"
          />
        </Field>
        <Field label={m.poster_hang_size()} errors={fields.size.errors} optional>
          <Select
            {...getSelectProps(fields.size)}
            empty={m.poster_hang_size_unsaid()}
            options={wallSizes.map((value) => ({ value, label: formatWords[value]() }))}
          />
        </Field>
        <div className="form-end">
          <SubmitOnce>{m.poster_list_hung_today()}</SubmitOnce>
          <QuietButton to={`/team/posters?site=${site.id}`}>{m.poster_leave()}</QuietButton>
        </div>
      </form>
    </>
  );
}
