import * as m from '#app/messages/generated/messages.js';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import type { CarriedForm } from '../../carried-form.ts';

/** The form that had to wait for its sender to sign in. Nothing is sent in their name without a click of theirs. */
export function SendNow({ name, carried }: { name: string; carried: CarriedForm }) {
  return (
    <NarrowPage
      name={name}
      line={m.app_footer()}
      title={m.entrance_send_title()}
      lead={m.entrance_send_lead()}
    >
      <form method="post" action={carried.action}>
        {carried.fields.map(([field, value], index) => (
          <input key={`${index} ${field}`} type="hidden" name={field} value={value} />
        ))}
        <SubmitOnce>{m.entrance_send_button()}</SubmitOnce>
      </form>
    </NarrowPage>
  );
}
