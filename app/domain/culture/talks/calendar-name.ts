/** What a talk is called in calendars, for ever: they know by it which entry a change is about. */
export function calendarName(meetingId: string): string {
  return `talk-${meetingId.toLowerCase()}@everyhand`;
}
