import { pictureFile } from '#app/domain/publishing/pictures/picture-file.work.server.ts';
import { elementsIn, plainText } from '#app/domain/publishing/tree/tree-text.ts';
import type { Reader } from '#app/platform/db/database.server.ts';
import { mailImage } from '#app/platform/files/mail-image.server.ts';
import { nodesOf, openingOf } from '../issue-text.ts';
import type { ShownIssue } from '../shown-issue.ts';
import type { PrintedIssue } from './printed-issue.ts';

export async function readPrintedIssue(db: Reader, issue: ShownIssue): Promise<PrintedIssue> {
  const { cover, lead, stories } = issue;
  const images: PrintedIssue['images'] = {};
  const names: PrintedIssue['names'] = {};
  const nodes = stories.flatMap(({ pieces }) => pieces.flatMap(nodesOf));
  const inText = [...elementsIn(nodes)].map(({ props }) => props?.src);
  const wanted = new Set([cover?.src, ...inText].filter((src) => typeof src === 'string'));
  for (const src of wanted) {
    const file = await pictureFile(db, src);
    if (!file) continue;
    const isDrawing = file.mediaType === 'image/svg+xml';
    const name = `${file.hash}.${isDrawing ? 'svg' : 'jpg'}`;
    images[name] = isDrawing
      ? file.content
      : (await mailImage(file.content, { isDrawing, widest: 1440 })).content;
    names[src] = name;
  }
  return { issue, lead: plainText(lead), openings: stories.map(openingOf), images, names };
}
