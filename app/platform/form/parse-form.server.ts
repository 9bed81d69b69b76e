import type { Submission, SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import type { z } from 'zod';

/** Reads a posted form against its schema. What does not belong to the form is refused by the schema. */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Submission<z.input<Schema>, string[], z.output<Schema>>> {
  return parseWithZod(await request.formData(), { schema }) as Submission<
    z.input<Schema>,
    string[],
    z.output<Schema>
  >;
}

/** Turns the codes of a reply into sentences. */
export function wordReply(
  reply: SubmissionResult<string[]>,
  word: (code: string, field: string) => string,
): SubmissionResult<string[]> {
  const error = Object.entries(reply.error ?? {}).map(
    ([field, codes]) => [field, codes ? codes.map((code) => word(code, field)) : codes] as const,
  );
  return { ...reply, error: Object.fromEntries(error) };
}
