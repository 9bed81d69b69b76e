import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  makeCertificateCode,
  readCertificateCode,
} from '#app/domain/learning/certificates/certificate-code.ts';
import { certificateState } from '#app/domain/learning/certificates/certificate.ts';

describe('the code of a certificate', () => {
  test('is sixteen letters in groups of four, none of which is taken for another, and no word', () => {
    const codes = Array.from({ length: 500 }, makeCertificateCode);
    for (const code of codes)
      expect(code).toMatch(/^[2-9B-DF-HJKM-NP-TV-Z]{4}(-[2-9B-DF-HJKM-NP-TV-Z]{4}){3}$/);
    expect(new Set(codes).size).toBe(500);
    // Every letter comes up in every place.
    for (let place = 0; place < 4; place += 1) {
      expect(new Set(codes.map((code) => code[place])).size).toBe(28);
    }
  });

  test('is read however it was typed', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.constantFrom('', ' ', '-', ' - '), (small, between) => {
        const code = makeCertificateCode();
        const typed = code.replaceAll('-', between);
        expect(readCertificateCode(small ? typed.toLowerCase() : ` ${typed} `)).toBe(code);
      }),
    );
  });

  test('whatever else is typed is none, or is that very code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        const code = readCertificateCode(typed);
        if (code !== null) expect(typed.toUpperCase().replace(/[\s-]/g, '')).toBe(code.replaceAll('-', ''));
      }),
      { numRuns: 300 },
    );
    for (const none of ['', '----', 'AEIO-AEIO-AEIO-AEIO', 'K7QF-2MXD-9RTV', 'K7QF-2MXD-9RTV-HW3C-2222']) {
      expect(readCertificateCode(none)).toBeNull();
    }
  });
});

test.each([
  [null, null, 'valid'],
  ['2026-03-31', null, 'valid'],
  ['2026-03-30', null, 'expired'],
  ['2026-03-30', { at: new Date(0) }, 'revoked'],
  [null, { at: new Date(0) }, 'revoked'],
])(
  'one that counts until %s, with the revocation %o, is %s on 31 March 2026',
  (validUntil, revoked, state) => {
    expect(certificateState({ validUntil, revoked }, '2026-03-31')).toBe(state);
  },
);
