import type { RouteConfigEntry } from '@remix-run/route-config';

const company: RouteConfigEntry[] = [];

const jobs: RouteConfigEntry[] = [];

const audit: RouteConfigEntry[] = [];

export const admin = [...company, ...jobs, ...audit];
