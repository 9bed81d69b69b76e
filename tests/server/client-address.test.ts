import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

let alone: TestServer;
let behindProxy: TestServer;
const heard: string[] = [];

const handler = (_request: Request, context?: { clientAddress: string }) => {
  heard.push(context?.clientAddress ?? 'nothing');
  return Promise.resolve(new Response('heard'));
};

beforeAll(async () => {
  alone = await startServer({ handler });
  behindProxy = await startServer({ handler, proxies: ['127.0.0.0/8'] });
});

afterAll(async () => {
  await alone.close();
  await behindProxy.close();
});

test.each([
  ['alone', '203.0.113.9', '127.0.0.1'],
  ['alone', '127.0.0.1, 203.0.113.9', '127.0.0.1'],
  ['behind a proxy', '203.0.113.9', '203.0.113.9'],
  ['behind a proxy', 'made up, 198.51.100.1, 203.0.113.9', '203.0.113.9'],
  ['behind a proxy', 'made up', '127.0.0.1'],
])('%s, a request that says it is from %s is from %s', async (where, header, from) => {
  const server = where === 'alone' ? alone : behindProxy;
  await server.send({ path: '/', headers: { 'X-Forwarded-For': header } });
  expect(heard.pop()).toBe(from);
});
