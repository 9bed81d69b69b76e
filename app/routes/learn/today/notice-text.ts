import type { PersonActor } from '#app/domain/actor/actor.ts';
import { hasRole, headsPeople } from '#app/domain/actor/actor.ts';
import type { Notice, NoticeKind } from '#app/domain/notifications/notice.ts';
import * as m from '#app/messages/generated/messages.js';

const sentences: Record<NoticeKind, (about: { person: string; title: string }) => string> = {
  'my-course-completed': m.notifications_my_course_completed,
  'report-course-completed': m.notifications_report_course_completed,
  'try-asked': m.notifications_try_asked,
  'try-asked-of-hr': m.notifications_try_asked_of_hr,
  'try-granted': m.notifications_try_granted,
};

export function noticeText(notice: { kind: NoticeKind; personName: string; title: string }): string {
  return sentences[notice.kind]({ person: notice.personName, title: notice.title });
}

/** Where a notice leads; null where the reader may go nowhere from it. */
export function noticeAddress(
  { kind, courseSlug, moduleSlug }: Notice,
  reader: PersonActor,
  onTablet: boolean,
): string | null {
  if (kind === 'try-asked' || kind === 'try-asked-of-hr') {
    // A shared device opens nothing but learning.
    if (onTablet) return null;
    if (kind === 'try-asked') return headsPeople(reader) ? '/team/tries' : null;
    return hasRole(reader, 'hr') ? '/hr/tries' : null;
  }
  return courseSlug && `/learn/${[courseSlug, moduleSlug].filter(Boolean).join('/')}`;
}
