import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { moduleSource, question, writeContent } from './content.ts';
import { appendFileSync } from 'node:fs';
import { complete, textOf } from './learning.ts';
import { actorOf } from './staff.ts';

/** A course of two modules; with `validMonths`, for so long. */
export async function publishCourse(folder: string, slug: string, validMonths?: number): Promise<void> {
  const questions = question('a', 'one');
  const modules = {
    first: moduleSource({ title: `First of ${slug}`, questions }),
    second: moduleSource({ title: `Second of ${slug}`, questions }),
  };
  const course = { slug, title: `Course ${slug}`, audience: 'everyone', modules };
  const root = writeContent(`${folder}/content-${slug}`, [course]);
  if (validMonths) appendFileSync(`${root}/courses/${slug}/course.yaml`, `validMonths: ${validMonths}\n`);
  const { broken } = await importContent(system, root);
  if (broken.length > 0) throw new Error(JSON.stringify(broken));
}

/** Somebody does both modules. */
async function completeCourseOf(actor: PersonActor, slug: string): Promise<void> {
  await complete(actor, await textOf(actor, slug, 'first'));
  await complete(actor, await textOf(actor, slug, 'second'));
}

/** Somebody's newest certificate. */
export function certificateOf(personId: string) {
  return reader.certificate.findFirstOrThrow({ where: { personId }, orderBy: { id: 'desc' } });
}

/** The certificate somebody gets for a course. */
export async function certify(personId: string, slug: string) {
  await completeCourseOf(await actorOf(personId), slug);
  return certificateOf(personId);
}
