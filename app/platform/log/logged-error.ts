type Logged = { type: string; code?: string; message: string; stack?: string };

/** How much of a message goes into the log: what is wrong stands at its beginning, what it was about behind. */
const longest = 300;

const isAddress = /[^\s@"'`<>]+@[^\s@"'`<>]+\.[^\s@"'`<>]+/g;
const isToken = /[\w-]{40,}/g;

function withoutPeople(text: string): string {
  return text.replace(isAddress, '*@*').replace(isToken, '*');
}

/** An error as the log holds it: where it came from, and as much of what it says as names nobody. */
export function loggedError(error: unknown): Logged {
  if (!(error instanceof Error)) return { type: typeof error, message: '' };
  const { code } = error as NodeJS.ErrnoException;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: withoutPeople(error.message.slice(0, longest)),
    stack: frames.join('\n'),
  };
}
