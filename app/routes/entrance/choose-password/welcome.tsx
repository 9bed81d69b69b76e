import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import * as m from '#app/messages/generated/messages.js';
import type { PageHandle } from '../../frame.tsx';
import { showLink, spendLink } from './link.server.ts';
import { LinkPage } from './link-page.tsx';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.entrance_welcome_page() }];

export function loader(args: LoaderFunctionArgs) {
  return showLink(args, 'invitation');
}

export function action(args: ActionFunctionArgs) {
  return spendLink(args, 'invitation');
}

export default function Welcome() {
  return <LinkPage title={(name) => m.entrance_welcome_title({ name })} lead={m.entrance_welcome_lead()} />;
}
