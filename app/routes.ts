import type { RouteConfig } from '@remix-run/route-config';
import { entrance } from './routes/entrance/routes.ts';
import { hr } from './routes/hr/routes.ts';
import { learn } from './routes/learn/routes.ts';
import { operation } from './routes/operation/routes.ts';
import { team } from './routes/team/routes.ts';

export default [...entrance, ...learn, ...team, ...hr, ...operation] satisfies RouteConfig;
