/** What a notice can say; the screen has a sentence for each. */
export const noticeKinds = [
  'my-course-completed',
  'report-course-completed',
  'try-asked',
  'try-asked-of-hr',
  'try-granted',
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** The document is a course or a module, as the kind says. */
export type NoticeFacts = { personId: string; documentId: string };

export type Notice = {
  id: string;
  kind: NoticeKind;
  /** Whom it is about; of a try that was granted, who granted it. */
  personName: string;
  title: string;
  /** Null where the reader may not open it. */
  courseSlug: string | null;
  /** Where it is about a module of that course. */
  moduleSlug: string | null;
  createdAt: Date;
  seen: boolean;
};
