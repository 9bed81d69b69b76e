import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { readToken } from '#app/domain/access/tokens/token-reads.server.ts';
import type { PersonalPurpose } from '#app/domain/access/tokens/token.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import { unpackCarried } from '../../carried-form.server.ts';
import { chosenPassword, wordChosen } from './chosen-password.ts';
import { redeem } from './redeem.server.ts';

const tokenIn = (request: Request) => new URL(request.url).searchParams.get('token') ?? '';

/** What a link from a mail shows. Whoever only looks, such as a scanner of mail, spends nothing. */
export async function showLink({ request }: LoaderFunctionArgs, purpose: PersonalPurpose) {
  const company = await readCompany(reader);
  if (!company) throw redirect('/first-run');
  const link = await readToken(reader, { purpose, token: tokenIn(request) });
  const next = safePath(new URL(request.url).searchParams.get('next'));
  const bearer = link?.bearer && { name: link.bearer.name, signInName: link.bearer.signInName };
  return data({ company: company.name, bearer: bearer ?? null, next }, { status: bearer ? 200 : 404 });
}

const nothing = { reply: undefined, startsOn: null, askCode: null, sendNow: null };

/** What it comes to when a password is sent to it. */
export async function spendLink(args: ActionFunctionArgs, purpose: PersonalPurpose) {
  const { request } = args;
  const proof = { purpose, token: tokenIn(request) };
  // Before anything is hashed: a link that is none costs nothing.
  if (!(await readToken(reader, proof))) return data({ ...nothing, stand: 'dead' as const }, { status: 404 });
  const carried = unpackCarried(await request.clone().formData());
  const submission = await parseForm(request, chosenPassword);
  if (submission.status !== 'success') {
    const reply = wordReply(submission.reply({ hideFields: ['fresh'] }), wordChosen);
    return data({ ...nothing, stand: 'asked' as const, reply, carried }, { status: 422 });
  }
  const redeemed = await redeem(args, proof, submission.value);
  if (redeemed.stand === 'dead') return data({ ...nothing, stand: redeemed.stand }, { status: 404 });
  if (redeemed.stand === 'early') return data({ ...nothing, ...redeemed }, { status: 200 });
  const { to, headers, asksForCode } = redeemed;
  if (!carried) throw redirect(to, { status: 303, headers });
  const onward = asksForCode ? { askCode: carried } : { sendNow: carried };
  // Said, since what is shown now has no link behind it any more.
  return data({ ...nothing, stand: redeemed.stand, ...onward }, { status: 200, headers });
}
