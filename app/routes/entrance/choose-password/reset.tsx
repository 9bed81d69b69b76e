import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import * as m from '#app/messages/generated/messages.js';
import type { PageHandle } from '../../frame.tsx';
import { showLink, spendLink } from './link.server.ts';
import { LinkPage } from './link-page.tsx';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.entrance_reset_page() }];

export function loader(args: LoaderFunctionArgs) {
  return showLink(args, 'reset');
}

export function action(args: ActionFunctionArgs) {
  return spendLink(args, 'reset');
}

export default function Reset() {
  return <LinkPage title={(name) => m.entrance_reset_title({ name })} lead={m.entrance_reset_lead()} />;
}
