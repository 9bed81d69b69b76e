import type { NoticeKind } from '#app/domain/notifications/notice.ts';
import * as m from '#app/messages/generated/messages.js';

const sentences: Record<NoticeKind, (about: { person: string; title: string }) => string> = {
  'my-course-completed': m.notifications_my_course_completed,
  'report-course-completed': m.notifications_report_course_completed,
};

export function noticeText(notice: { kind: NoticeKind; personName: string; title: string }): string {
  return sentences[notice.kind]({ person: notice.personName, title: notice.title });
}
