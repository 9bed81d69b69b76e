export type SyntaxFault = { line: number; column: number; reason: string };

type Place = { line?: number; column?: number; start?: { line: number; column: number } };
type Thrown = {
  errors?: Thrown[];
  detail?: Thrown;
  cause?: Thrown;
  reason?: string;
  message?: string;
  place?: Place;
};

/** The parser's words and place. Where it leaves the place out, it stands in the words: `(5:1-5:7)`. */
export function syntaxFaultOf(error: unknown): SyntaxFault {
  let thrown = (error ?? {}) as Thrown;
  thrown = thrown.errors?.[0]?.detail ?? thrown.errors?.[0] ?? thrown;
  const isWrapped = ({ reason, message }: Thrown) => (reason ?? message ?? '').startsWith('Cannot process');
  while (thrown.cause && isWrapped(thrown)) thrown = thrown.cause;
  const reason = thrown.reason ?? thrown.message ?? String(error);
  const start = thrown.place?.start ?? thrown.place;
  const written = /\((\d+):(\d+)/.exec(reason);
  return {
    line: start?.line ?? Number(written?.[1] ?? 1),
    column: start?.column ?? Number(written?.[2] ?? 1),
    reason: reason.split('\n')[0] ?? reason,
  };
}
