import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addLearner, copyData } from '../support/e2e-company.ts';
import { answerKey, firstModule, openQuiz, secondModule } from '../support/e2e-lesson.ts';
import type { Folder, Server } from '../support/e2e-server.ts';
import { copyProgram, makeFolder, runCommand, startServer } from '../support/e2e-server.ts';
import { expect, test } from './fixtures.ts';
import { answerQuiz, sendAnswers } from './lesson-pages.ts';

test.use({ company: 'founded' });

const folders: Folder[] = [];
const servers: Server[] = [];

test.afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ stop }) => stop()));
  for (const { remove } of folders.splice(0)) remove();
});

function kept(folder: Folder): string {
  folders.push(folder);
  return folder.path;
}

/** The lesson's file below a folder that has a content folder in it. */
function change(root: string, file: string, edit: (source: string) => string): void {
  const path = join(root, file);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

const mark = 'Since the audit:';
const reworded = (source: string) => source.replace(/(<Question [^>]+>\s*)/, `$1${mark} `);

test(
  'who is in the middle of a quiz finishes on the edition they began',
  { tag: '@desktop' },
  async ({ page, openPage, server, visit, signIn }) => {
    const early = await addLearner(server, 'Early');
    await openQuiz(await visit(early), firstModule);
    await signIn(early);
    await page.goto(`${firstModule.home}/quiz`);
    await answerQuiz(page, firstModule, { leaveOut: [answerKey(firstModule)[0]!.id] });

    const changed = kept(makeFolder());
    cpSync('content', join(changed, 'content'), { recursive: true });
    change(changed, firstModule.file, reworded);
    const imported = await runCommand(['import-content', join(changed, 'content')], server.dataFolder);
    expect(imported.printed).toContain('01-the-last-hands-on-the-box.mdx');
    expect(imported.exitCode).toBe(0);

    await sendAnswers(page);
    await expect(page.getByRole('link', { name: 'Question 1: Choose an answer.' })).toBeVisible();
    await expect(page.getByText(mark)).toBeHidden();
    await answerQuiz(page, firstModule);
    await sendAnswers(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Passed: ${firstModule.title}`);
    await expect(page.getByText(mark)).toBeHidden();

    const late = await addLearner(server, 'Late');
    await openQuiz(await visit(late), firstModule);
    const other = await openPage();
    await signIn(late, other);
    await other.goto(`${firstModule.home}/quiz`);
    await expect(other.getByText(mark)).toBeVisible();
  },
);

test(
  'a file with a mistake is left out and named, and the others are published',
  { tag: '@desktop' },
  async ({ page }) => {
    const root = kept(copyProgram());
    const dataFolder = join(kept(makeFolder()), 'data');
    copyData('founded', dataFolder);
    change(root, firstModule.file, reworded);
    change(root, secondModule.file, (source) => `${source}\n<Marquee>Buy {1 + 1}</Marquee>\n`);

    const server = await startServer({ dataFolder, root });

    servers.push(server);
    expect(server.printed()).toContain('Published the content');
    expect(server.printed()).toMatch(/Left out \S*02-the-last-ten-metres\.mdx: \w+ things? to mend/);
    expect(server.printed()).not.toMatch(/Left out \S*01-/);
    const response = await page.request.get(`${server.url}/healthz`);
    expect(response.status()).toBe(200);
    expect(await server.stop()).toBe(0);
  },
);
