import { openVisit } from '../support/e2e-company.ts';
import { expect, test } from './fixtures.ts';

test(
  'every character arrives whole, wherever in a page it stands',
  { tag: '@desktop' },
  async ({ server }) => {
    const visit = await openVisit(server);
    const words = '“Żółć” … “जल”'.repeat(8);
    const fields = Array.from({ length: 40 }, (_, index) => [`field-${index}`, 'x'.repeat(index) + words]);
    // Whoever is signed out gets all that they typed back, to send it later.
    const page = await visit.post('/notices', { form: Object.fromEntries(fields) as Record<string, string> });
    const body = await page.body();
    expect(body.toString('utf8')).toContain(words);
    expect(body.includes(0)).toBe(false);
    await visit.dispose();
  },
);
