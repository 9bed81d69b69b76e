import { databaseFile, reader } from '#app/platform/db/database.server.ts';
import { askThread } from '#app/platform/thread/thread.server.ts';
import type { Readings } from './readings-reads.server.ts';
import { readings } from './readings-reads.server.ts';
import { largeFrom } from './size.ts';
import { measureCompany } from './size.sql.server.ts';

type Input<Name extends keyof Readings> = Parameters<Readings[Name]>[1];
type Output<Name extends keyof Readings> = Awaited<ReturnType<Readings[Name]>>;
type Read<Name extends keyof Readings> = (db: typeof reader, input: Input<Name>) => Promise<Output<Name>>;

/**
 * A reading that could hold everybody up is made in a thread. A small company has it at once from the connection that
 * is open already, and never pays for the thread.
 */
export async function readAside<Name extends keyof Readings>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const size = await measureCompany(reader);
  const isSmall = size.people < largeFrom.people && (name !== 'auditTrail' || size.events < largeFrom.events);
  if (isSmall) return (readings[name] as Read<Name>)(reader, input);
  return askThread<Output<Name>>('reading', name, { database: databaseFile(), input });
}
