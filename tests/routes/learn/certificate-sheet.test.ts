import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { CertificateOnADay } from '#app/domain/learning/certificates/certificate-reads.server.ts';
import type { Company } from '#app/domain/people/company.ts';
import { renderPng, renderSvg } from '#app/platform/typst/typeset.server.ts';
import { certificateSheet } from '#app/routes/learn/certificate/certificate-sheet.server.ts';
import { fontsOf, pdfFacts } from '../../support/pdf-facts.ts';

const company = {
  name: 'Oak & Sons',
  timeZone: 'Europe/Warsaw',
  language: 'en',
  accent: null,
  logo: null,
  publicCertificates: true,
} as Company;

const plain: CertificateOnADay = {
  id: 'id',
  code: 'K7QF-2MXD-9RTV-HW3C',
  personId: 'person',
  holderName: 'Ada Nowak',
  companyName: 'Oak & Sons',
  courseTitle: 'Shipping',
  courseLanguage: 'en',
  modules: [{ title: 'The last ten metres', edition: 3, language: 'en', completedOn: '2026-03-10' }],
  completedOn: '2026-03-12',
  validUntil: '2027-03-12',
  revoked: null,
  state: 'valid',
};

const origin = 'https://everyhand.example.com';
const sheet = (change: Partial<CertificateOnADay> = {}, more: { paper?: 'letter'; origin?: null } = {}) =>
  certificateSheet({ certificate: { ...plain, ...change }, company, paper: 'a4', origin, ...more });

const longest = `Александра-Константиновна Преображенская-Вознесенская ${'Παπαδοπούλου-'.repeat(4)}Łukasz Źdźbło`;

describe('a certificate on paper', () => {
  test('says whose it is, for what, since when, until when, and where to check it', async () => {
    const { text, title, pages } = await pdfFacts(await sheet());
    expect(pages).toBe(1);
    expect(title).toBe('Certificate: Shipping, Ada Nowak');
    for (const said of [
      'Oak & Sons',
      'Ada Nowak',
      'has completed the course',
      'Shipping',
      '12 March 2026',
      'Valid until',
      '12 March 2027',
      'The last ten metres',
      'Edition 3, English',
      'K7QF-2MXD-9RTV-HW3C',
      'everyhand.example.com/certificates/K7QF-2MXD-9RTV-HW3C',
    ]) {
      expect(text).toContain(said);
    }
  });

  test('is tagged, with headings and words for its pictures, and says its language', async () => {
    const pdf = await sheet();
    const { tagged, language, roles, alternatives } = await pdfFacts(pdf);
    expect(tagged).toBe(true);
    expect(language).toBe('en');
    expect(roles.filter((role) => /^H\d$/.test(role))).toEqual(['H1', 'H2']);
    expect(alternatives).toEqual([expect.stringContaining('camera')]);
    expect(pdf.toString('latin1')).toContain('pdfuaid');
  });

  test('has all its fonts in it, and none but the house’s', async () => {
    const { named, embedded } = fontsOf(await sheet({ holderName: 'Александра Παπαδοπούλου' }));
    expect(embedded).toBe(named.length);
    const families = new Set(named.map((name) => name.replace(/^[A-Z]{6}\+/, '')));
    expect(families).toEqual(
      new Set(['Fraunces-SemiBold', 'Inter-Regular', 'Inter-SemiBold', 'NotoSerif-SemiBold']),
    );
  });

  test('lies down, on the paper of the site', async () => {
    expect((await pdfFacts(await sheet())).size).toEqual([842, 595]);
    const letter = await pdfFacts(await sheet({}, { paper: 'letter' }));
    expect(letter.size).toEqual([792, 612]);
    expect(letter.text).toContain('March 12, 2026');
  });

  test('is on one sheet, with every letter of the longest names', async () => {
    const course = 'What everybody owes to the customer who waits '.repeat(3).trim();
    const { text, pages } = await pdfFacts(await sheet({ holderName: longest, courseTitle: course }));
    expect(pages).toBe(1);
    expect(text.replace(/\s/g, '')).toContain(longest.replace(/\s/g, ''));
    const word = await pdfFacts(await sheet({ holderName: 'X'.repeat(120) }));
    expect(word.pages).toBe(1);
    expect(word.text.replace(/\s/g, '')).toContain('X'.repeat(120));
  });

  test('lists a long course on a sheet of its own', async () => {
    const modules = Array.from({ length: 60 }, (_, index) => ({
      ...plain.modules[0]!,
      title: `Module ${index}`,
    }));
    const { text, pages } = await pdfFacts(await sheet({ modules }));
    expect(pages).toBeGreaterThan(1);
    expect(text).toContain('second page');
    for (const { title } of modules) expect(text).toContain(title);
  });

  test.each(['محمد الأحمد', '张伟', 'Ada 🦜'])('is made for %s too', async (holderName) => {
    expect((await pdfFacts(await sheet({ holderName }))).title).toContain(holderName);
  });

  test.each(['#read("/etc/passwd")', '*Ada* _Nowak_ $x$ @ada <b>', '\\u{41} #panic() "', '= Heading'])(
    'says a name as it is: %s',
    async (holderName) => {
      const { text, roles } = await pdfFacts(await sheet({ holderName }));
      expect(text).toContain(holderName);
      expect(roles.filter((role) => /^H\d$/.test(role))).toEqual(['H1', 'H2']);
    },
  );

  test('without a page that others may open it names none, and has no code for a camera', async () => {
    const { text, alternatives } = await pdfFacts(await sheet({}, { origin: null }));
    expect(text).toContain(plain.code);
    expect(text).not.toMatch(/example\.com|Check it/);
    expect(alternatives).toEqual([]);
  });

  test('one that has expired or was revoked says so', async () => {
    const expired = await pdfFacts(await sheet({ state: 'expired' }));
    expect(expired.text).toContain('Expired on');
    expect(expired.text).not.toContain('Valid until');
    const revoked = { at: new Date('2026-05-03T23:30:00Z'), reason: 'It was somebody else.' };
    const { text } = await pdfFacts(await sheet({ state: 'revoked', revoked }));
    expect(text).toContain('Revoked on 4 May 2026. This certificate no longer counts.');
    expect(text).not.toContain('somebody else');
  });

  test('after the name was erased has none, not even among what is known of the file', async () => {
    const pdf = await sheet({ holderName: null });
    const { text, title } = await pdfFacts(pdf);
    expect(text).toContain('Name removed');
    expect(`${title} ${text} ${pdf.toString('latin1')}`).not.toMatch(/Ada|Nowak/);
  });
});

test('a picture of a sheet has ink on it, and none of a file that a template has no business with', async () => {
  const data = { say: 'Hello' };
  const template =
    '#set page(width: 4cm, height: 2cm)\n#set text(font: "Inter")\n#json(bytes(sys.inputs.data)).say';
  const { data: pixels, info } = await sharp(await renderPng({ template, data }, 200))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([200, 100]);
  expect(pixels.some((pixel) => pixel < 80)).toBe(true);
  // Letters are outlines: who shows it needs none of our fonts.
  expect(renderSvg({ template, data })).toMatch(/^<svg(?![\s\S]*<text)/);
  expect(() => renderPng({ template: '#read("/etc/hostname")', data }, 200)).toThrow(/could not be set/);
  expect(() => renderPng({ template: '#image("logo.png")', data }, 200)).toThrow(/could not be set/);
});
