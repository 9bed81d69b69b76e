import { readFileSync } from 'node:fs';
import { pdfFacts } from '../support/pdf-facts.ts';
import { addLearner, olga } from '../support/e2e-company.ts';
import { course, firstModule, lessons, openQuiz } from '../support/e2e-lesson.ts';
import { expect, test } from './fixtures.ts';
import { answerQuiz, sendAnswers } from './lesson-pages.ts';

test.use({ company: 'founded' });

test('who finishes a course takes the certificate, and a stranger checks it', async ({
  page,
  server,
  signIn,
  visit,
  openPage,
  isMobile,
}) => {
  test.slow();
  const learner = await addLearner(server, isMobile ? 'Cara' : 'Cato');
  const reading = await visit(learner);
  await signIn(learner);
  for (const lesson of lessons) {
    await openQuiz(reading, lesson);
    await page.goto(`${lesson.home}/quiz`);
    await answerQuiz(page, lesson);
    await sendAnswers(page);
  }
  await expect(page.getByText(`Course completed: ${course.title}`)).toBeVisible();
  await page.getByRole('link', { name: 'Your certificate' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(learner.name);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the certificate (PDF)' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^certificate-[\w-]{19}\.pdf$/);
  const { text, tagged } = await pdfFacts(readFileSync((await file.path())!));
  expect(tagged).toBe(true);
  for (const said of [learner.name, course.title, firstModule.title]) expect(text).toContain(said);

  const { pathname } = new URL(page.url());
  expect(text).toContain(pathname);
  const elsewhere = await openPage();
  await elsewhere.goto(`${server.url}${pathname}`);
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText(learner.name);
  await expect(elsewhere.getByText('Valid', { exact: true })).toBeVisible();
  await expect(elsewhere.getByText(firstModule.title)).toHaveCount(0);

  const hr = await openPage({ javaScriptEnabled: false, baseURL: server.url });
  await signIn(olga, hr);
  await hr.goto('/hr/certificates');
  await hr.getByLabel('Name or code').fill(learner.name);
  await hr.getByRole('button', { name: 'Show' }).click();
  await hr.getByRole('link', { name: `Revoke: ${learner.name}` }).click();
  await hr.getByRole('button', { name: 'Revoke it' }).click();
  await expect(hr.getByRole('link', { name: 'Write why.' })).toBeVisible();
  await hr.getByLabel('Why').fill('Somebody else sat the test.');
  await hr.getByRole('button', { name: 'Revoke it' }).click();
  await expect(hr.getByRole('status')).toContainText('revoked');
  await elsewhere.reload();
  await expect(elsewhere.getByText('Revoked', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Download the certificate (PDF)' })).toHaveCount(0);
});
