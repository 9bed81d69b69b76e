import type { Huddle } from '#app/domain/culture/huddles/huddle-reads.server.ts';
import { sheetsHad } from '#app/domain/culture/huddles/huddle-reads.server.ts';
import { rankSheets } from '#app/domain/culture/huddles/rank-sheets.ts';
import { publishedSheets } from '#app/domain/culture/huddles/sheet-reads.server.ts';
import { wrongLately } from '#app/domain/learning/quizzes/wrong-lately-reads.server.ts';
import { functionOf } from '#app/domain/people/department.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { weekInWords } from './shown-huddle.ts';
import { reasonWords } from './words.ts';

/** What a department may have in a week, the best first, each with its reason. No reason tells a number. */
export async function offeredSheets({ departmentId, mondayOn }: Huddle, locale: string) {
  const sheets = await publishedSheets(reader);
  const theirs = {
    function: functionOf(await readDepartments(reader), departmentId),
    lastOn:
      (await sheetsHad(reader, [departmentId], mondayOn)).get(departmentId) ?? new Map<string, string>(),
    wrong: (await wrongLately(reader, [departmentId], sheets)).get(departmentId) ?? new Map<string, number>(),
  };
  return rankSheets(sheets, theirs, mondayOn).map(({ sheet, reason, lastOn }) => ({
    documentId: sheet.documentId,
    title: sheet.title,
    language: sheet.language,
    why: reasonWords[reason](lastOn ? weekInWords(lastOn, locale) : ''),
  }));
}
