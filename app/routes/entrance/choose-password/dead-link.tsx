import * as m from '#app/messages/generated/messages.js';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';

/** A link or a slip that was used, is over, or was replaced by a newer one. Which of these is nobody's business. */
export function DeadLink({ name }: { name: string }) {
  return (
    <NarrowPage
      name={name}
      line={m.app_footer()}
      title={m.entrance_dead_title()}
      lead={m.entrance_dead_lead()}
    >
      <ul className="prose mb-8">
        <li>{m.entrance_dead_used()}</li>
        <li>{m.entrance_dead_mail()}</li>
        <li>{m.entrance_dead_slip()}</li>
      </ul>
      <div className="actions">
        <Button to="/sign-in">{m.entrance_sign_in_button()}</Button>
        <QuietButton to="/forgot">{m.entrance_forgot_button()}</QuietButton>
      </div>
    </NarrowPage>
  );
}
