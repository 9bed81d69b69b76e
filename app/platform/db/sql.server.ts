import { Prisma } from './generated/client.ts';

/** Tagged SQL with bound values, for the rooms' `.sql.server.ts` files. */
export const sql = Prisma.sql;
export const joinSql = Prisma.join;
export const emptySql = Prisma.empty;
export type Sql = Prisma.Sql;
