import { accessOf, expect, test } from './fixtures.ts';

test('every character arrives whole, wherever in a page it stands', { tag: '@desktop' }, async ({ visit }) => {
  const plain = await visit({ name: 'Chidi', ...accessOf('chidi') });
  const departments = await (await plain.get('/hr/departments')).text();
  expect(departments).toContain('Zbigniew');
  // Each address moves the names of the list to other places in the page.
  for (let length = 0; length < 30; length += 1) {
    const page = (length % 5) + 1;
    const body = await (await plain.get(`/hr/people?page=${page}&filler=${'x'.repeat(length)}`)).body();
    expect(body.includes(0), `page ${page} after ${length} more characters`).toBe(false);
  }
});
