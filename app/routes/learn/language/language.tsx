import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { carryPlace } from '#app/domain/learning/modules/carry-place.ts';
import type { SwitchLanguageRefusal } from '#app/domain/learning/modules/switch-language.server.ts';
import { switchLanguage } from '#app/domain/learning/modules/switch-language.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { openModule } from '../module/find-module.server.ts';
import { ModuleCrumbs } from '../module/module-crumbs.tsx';
import { readModuleView } from '../module/module-view.server.ts';
import { LanguageChoice } from './language-choice.tsx';

export const meta: MetaFunction = () => [{ title: m.reading_language_title() }];

const refusals: Record<SwitchLanguageRefusal, () => string> = {
  'not-begun': m.reading_language_not_begun,
  'not-in-that-language': m.reading_language_unknown,
  'try-open': m.reading_language_try_open,
  'tries-counted': m.reading_language_tries_counted,
};

export async function loader(args: LoaderFunctionArgs) {
  const { outline } = await readModuleView(await openModule(args));
  return { outline };
}

/** Before a module is begun, and when it is done, the choice is but a wish in the address; a reading keeps it. */
export async function action(args: ActionFunctionArgs) {
  const open = await openModule(args);
  const { actor, home, module } = open;
  const form = await args.request.formData();
  const language = String(form.get('language') ?? '');
  const part = String(form.get('part') ?? '');
  const refuse = (refused: SwitchLanguageRefusal) => data({ refused }, { status: 422 });
  if (!module.editions.some((edition) => edition.language === language))
    return refuse('not-in-that-language');
  const { found: before } = await readModuleView(open);
  let wish = '';
  if (before.round === null && !before.tryOpen) wish = language;
  else {
    const { documentId } = module;
    const switched = await transact((tx) => switchLanguage(tx, actor, { documentId, language }));
    if ('refused' in switched) return refuse(switched.refused);
  }
  const { found: after } = await readModuleView({ ...open, wished: language });
  const query = new URLSearchParams(wish && { in: wish });
  if (part)
    query.set('part', carryPlace(before.version.tree, after.version.tree, { part, partsRead: [] }).part);
  throw redirect(query.size > 0 ? `${home}?${query}` : home, 303);
}

export default function Language() {
  const { outline } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <ModuleCrumbs outline={outline} here={m.reading_language_title()} />
      <PageHead
        title={m.reading_language_title()}
        lead={m.reading_language_lead({ language: outline.languageName })}
      />
      {answer && <Notice tone="bad">{refusals[answer.refused]()}</Notice>}
      {!answer && outline.tryOpen && <Notice>{m.reading_language_try_open()}</Notice>}
      {outline.otherLanguages.length === 0 && <p>{m.reading_language_only()}</p>}
      <LanguageChoice outline={outline} />
      <p className="mt-8">
        <QuietButton to={outline.here}>{m.reading_language_back()}</QuietButton>
      </p>
    </>
  );
}
