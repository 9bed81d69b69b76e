// An error whose message is the whole story: it is printed as one sentence, without a stack.
export class PlainError extends Error {
  constructor(sentence, { exitCode = 1, output = '' } = {}) {
    super(sentence);
    this.exitCode = exitCode;
    this.output = output;
  }
}

const SENTENCES = {
  EROFS: (path) => `The folder ${path} is read-only, so Everyhand cannot bring itself up to date there.`,
  EACCES: (path) =>
    `This account may not write to ${path}, so Everyhand cannot bring itself up to date there.`,
  ENOSPC: () => 'The disk is full, so Everyhand cannot bring itself up to date.',
};
SENTENCES.EPERM = SENTENCES.EACCES;

/** Turns an error of the file system into a sentence; leaves every other error as it is. */
export function inPlainWords(error, root) {
  const sentence = SENTENCES[error?.code];
  return sentence ? new PlainError(sentence(root)) : error;
}
