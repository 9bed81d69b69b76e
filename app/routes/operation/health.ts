import { readHealth } from '#app/domain/safekeeping/read-health.work.server.ts';

/** For whoever watches the machine: 200 while all is well, else 503. Nothing in it is of use to anybody else. */
export async function loader() {
  const health = await readHealth();
  return Response.json(health, { status: health.ok ? 200 : 503 });
}
