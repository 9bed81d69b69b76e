/** What departments of the sample company agreed in their talks. Customers are not named in it. */
export const agreedTexts = [
  'Ring the carrier before ten on every parcel that has stood still for two days',
  'Write one name on each open return, beside the shelf number',
  'Ask the two newest of us which of our answers they would not understand',
  'Put the direct number of the morning shift into the delivery note',
  'Show the call centre how to read our packing list, twenty minutes',
  'Take the line “please allow up to ten days” out of our three standard letters',
  'Tell sales on Thursdays what will not leave before Monday',
  'Try the claims form ourselves, on a phone, and write down where we stop',
  'Say in each hand-over until when we have it',
  'Find out who signs refunds under fifty pounds, and why three of us do',
  'Ring five customers back whose order went well, and only listen',
  'Hang the photo of the right way to wrap a table top at both benches',
  'Answer the oldest five messages first, before the newest',
  'Ask the workshop for a spare pair of legs of each kind to keep here',
  'Make one page of what a customer may always be promised without asking',
  'Test the new label on a wet box, and tell the print room',
] as const;

export const dropReasons = [
  'The carrier now does this by itself.',
  'Two of us tried it, and nobody needed it.',
  'It belongs to another department, which has taken it on.',
] as const;

/** First names of guests. */
export const guestNames = ['Mara', 'Tomasz', 'Ines', 'Priya', 'Luc'] as const;

export const places = [
  'Canteen, the long table',
  'Meeting room 2',
  'At the packing bench',
  'https://call.example.com/team-talk',
] as const;
