import { lastSeq } from '#app/domain/queue/queue-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';

/** For whoever watches the machine: 200 while the database answers. */
export async function loader() {
  await lastSeq(reader);
  return Response.json({ ok: true });
}
