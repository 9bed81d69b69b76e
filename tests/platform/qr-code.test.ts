import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrCode } from '#app/platform/qr/qr-code.server.ts';

test('a QR code is drawn square by square, inside a border of four', () => {
  const text = 'https://everyhand.example.com/welcome?token=AbC-_9';
  const { size, path } = qrCode(text);
  const bare = encode(text, { ecc: 'M', border: 0 });
  expect(size).toBe(bare.size + 8);
  const squares = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(
    ([, x, y]) => `${Number(x) - 4} ${Number(y) - 4}`,
  );
  const dark = bare.data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x} ${y}`] : [])));
  expect(squares).toEqual(dark);
  expect(path.replace(/M\d+ \d+h1v1h-1z/g, '')).toBe('');
});
