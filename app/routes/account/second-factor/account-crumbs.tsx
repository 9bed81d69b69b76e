import * as m from '#app/messages/generated/messages.js';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';

const account = { to: '/account', label: m.factor_account };
const factor = { to: '/account/second-factor', label: m.factor_title };

/** The way up from the pages about how one signs in. */
export function AccountCrumbs({ below, here }: { below?: 'second-factor'; here: string }) {
  const items = below ? [account, factor] : [account];
  return <Breadcrumb items={items.map(({ to, label }) => ({ to, label: label() }))} here={here} />;
}
