import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { ChangeActionRefusal } from '#app/domain/action-items/change-action.server.ts';
import { changeAction } from '#app/domain/action-items/change-action.server.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { mayLeadTalks } from '#app/domain/actor/role-grants.ts';
import { readInvitees, whoIsOutOfReach } from '#app/domain/culture/talks/invitee-reads.server.ts';
import { isoDate } from '#app/domain/people/iso-date.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { Field } from '#app/ui/form/field.tsx';
import { Select } from '#app/ui/form/select.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { DateInput } from '#app/ui/form/text-input.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireHead } from '../../guards.server.ts';
import { findAction } from './find-action.server.ts';

export const meta: MetaFunction = () => [{ title: m.action_change_title() }];

const changeForm = z.object({ ownerId: z.string().min(1).max(40), dueOn: isoDate }).strict();

/** For whoever heads the department: an owner may not hand on by themselves what they took on before others. */
async function findOfHead(actor: PersonActor, args: LoaderFunctionArgs) {
  const found = await findAction(actor, args);
  return mayLeadTalks(actor, found.line.departmentId) && found.line.status === 'open' ? found : notFound();
}

const refusals: Record<ChangeActionRefusal | 'out-of-reach' | 'not-understood', () => string> = {
  'no-such-action': m.action_change_gone,
  'not-open': m.action_change_not_open,
  'not-employed': m.action_change_not_employed,
  'out-of-reach': m.action_change_not_employed,
  due: m.action_change_due,
  'not-understood': m.action_change_missing,
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireHead(args);
  const { line, back } = await findOfHead(actor, args);
  const people = await readInvitees(reader, actor.headOf, [actor.id, line.ownerId]);
  return {
    text: line.text,
    ownerId: line.ownerId,
    dueOn: line.dueOn,
    back,
    owners: people.map(({ id, name }) => ({ value: id, label: name })),
    // Whoever stood first in the list would be taken for chosen.
    gone: people.some(({ id }) => id === line.ownerId) ? null : line.owner,
  };
}

const again = (refused: keyof typeof refusals, payload: Record<string, unknown>) =>
  data(
    { refused, ownerId: String(payload.ownerId ?? ''), dueOn: String(payload.dueOn ?? '') },
    { status: 422 },
  );

export async function action(args: ActionFunctionArgs) {
  const actor = await requireHead(args);
  const { line, back } = await findOfHead(actor, args);
  const submission = await parseForm(args.request, changeForm);
  if (submission.status !== 'success') return again('not-understood', submission.payload);
  const { ownerId, dueOn } = submission.value;
  if ((await whoIsOutOfReach(reader, actor, [ownerId], [line.ownerId])).length > 0)
    return again('out-of-reach', submission.payload);
  const changed = await transact((tx) => changeAction(tx, actor, { actionId: line.id, ownerId, dueOn }));
  if ('refused' in changed) return again(changed.refused, submission.payload);
  throw redirect(back === '/actions' ? '/team/talks' : back, 303);
}

export default function Change() {
  const { text, ownerId, dueOn, owners, gone, back } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb items={[{ to: '/team/talks', label: m.talk_team_title() }]} />
      <PageHead eyebrow={m.action_change_title()} title={text} />
      <form method="post" className="form" noValidate>
        <Field
          label={m.action_owner()}
          hint={gone ? m.action_change_owner_gone({ name: gone }) : undefined}
          errors={answer && answer.refused !== 'due' ? refusals[answer.refused]() : undefined}
          required
        >
          <Select
            name="ownerId"
            options={owners}
            empty={gone ? m.talk_agreed_nobody() : undefined}
            defaultValue={answer?.ownerId ?? (gone ? '' : ownerId)}
          />
        </Field>
        <Field
          label={m.action_due()}
          errors={answer?.refused === 'due' ? refusals.due() : undefined}
          required
        >
          <DateInput name="dueOn" defaultValue={answer?.dueOn ?? dueOn} />
        </Field>
        <div className="form-end">
          <SubmitOnce>{m.action_change_save()}</SubmitOnce>
          <QuietButton to={back}>{m.action_leave()}</QuietButton>
        </div>
      </form>
    </>
  );
}
