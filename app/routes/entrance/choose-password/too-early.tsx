import * as m from '#app/messages/generated/messages.js';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';

/** Whoever chose a password before their first day. */
export function TooEarly({ name, startsOn }: { name: string; startsOn: string }) {
  return (
    <NarrowPage
      name={name}
      line={m.app_footer()}
      title={m.entrance_early_title()}
      lead={m.entrance_early_lead({ date: startsOn })}
    >
      {null}
    </NarrowPage>
  );
}
