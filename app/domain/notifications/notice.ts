/** What a notice can say; the screen has a sentence for each. */
export const noticeKinds = ['my-course-completed', 'report-course-completed'] as const;

export type NoticeKind = (typeof noticeKinds)[number];

export type NoticeFacts = { personId: string; documentId: string };

export type Notice = {
  id: string;
  kind: NoticeKind;
  /** Whom it is about. */
  personName: string;
  title: string;
  /** Null where the reader may not open it. */
  courseSlug: string | null;
  createdAt: Date;
  seen: boolean;
};
