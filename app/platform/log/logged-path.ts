/** Words of the program's own addresses, and ids. Whatever else stands in a path may be a token or a name. */
const plain = /^[a-z0-9][a-z0-9.-]{0,80}$/;
const id = /^[0-9A-HJKMNP-TV-Z]{26}$/;
/** Tokens are made of more than that, but an unlucky one could look like a word. */
const tokenLength = 40;

function loggedPart(part: string): string {
  const isWord = plain.test(part) && (part.length < tokenLength || part.includes('-'));
  return part === '' || isWord || id.test(part) ? part : '*';
}

/** The path of a request without its query, and without what could let somebody in or says who it is about. */
export function loggedPath(target: string): string {
  const [path = ''] = target.split('?', 1);
  return path.split('/').map(loggedPart).join('/').slice(0, 300);
}
