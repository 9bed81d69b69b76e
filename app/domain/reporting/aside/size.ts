/** From here on a count over everybody, or a search of all events, can take more than a few hundredths of a second. */
export const largeFrom = { people: 1000, events: 20_000 };
