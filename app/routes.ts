import type { RouteConfig } from '@remix-run/route-config';
import { account } from './routes/account/routes.ts';
import { admin } from './routes/admin/routes.ts';
import { culture } from './routes/culture/routes.ts';
import { entrance } from './routes/entrance/routes.ts';
import { hr } from './routes/hr/routes.ts';
import { learn } from './routes/learn/routes.ts';
import { operation } from './routes/operation/routes.ts';
import { reading } from './routes/reading/routes.ts';
import { studio } from './routes/studio/routes.ts';
import { team } from './routes/team/routes.ts';

export default [
  ...entrance,
  ...account,
  ...learn,
  ...culture,
  ...reading,
  ...team,
  ...studio,
  ...hr,
  ...admin,
  ...operation,
] satisfies RouteConfig;
