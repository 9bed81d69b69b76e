import type { CSSProperties } from 'react';

export const colours = {
  paper: '#faf6ee',
  card: '#fffdf8',
  wash: '#f2ebdd',
  ink: '#1e2328',
  soft: '#4e5358',
  rule: '#d9cfbc',
  mark: '#f2b84b',
  good: '#1b5641',
  onGood: '#f4f7f1',
  bad: '#8c2e1b',
};

/** Wide enough for a line, narrow enough for every program. */
export const mailWidth = 600;

const display = "Georgia, 'Times New Roman', serif";
const plain = "'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

const face = (family: string, size: number, line: number, weight = 400): CSSProperties => ({
  margin: 0,
  fontFamily: family,
  fontSize: size,
  lineHeight: `${line}px`,
  fontWeight: weight,
  color: colours.ink,
});

export const styles = {
  text: { ...face(plain, 17, 27), margin: '0 0 16px' },
  small: { ...face(plain, 14, 21), color: colours.soft },
  strong: face(plain, 14, 21, 700),
  lead: { ...face(display, 21, 31), margin: '0 0 14px' },
  title: { ...face(display, 40, 44, 700), margin: '6px 0 18px', letterSpacing: '-0.4px' },
  story: { ...face(display, 29, 34, 700), margin: '4px 0 14px' },
  heading: { ...face(plain, 18, 26, 700), margin: '22px 0 8px' },
  caseTitle: { ...face(display, 23, 29, 700), margin: '2px 0 10px' },
  quote: { ...face(display, 22, 31), margin: '0 0 8px' },
  link: { color: colours.ink, textDecoration: 'underline' },
} satisfies Record<string, CSSProperties>;

/** Mail programs read few rules: what they miss, the inline styles hold. */
export const darkAndNarrow = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 620px) {
  .side { padding-left: 20px !important; padding-right: 20px !important; }
  .title { font-size: 33px !important; line-height: 37px !important; }
  .story { font-size: 26px !important; line-height: 30px !important; }
}
@media (prefers-color-scheme: dark) {
  .paper { background-color: #15171a !important; }
  .card { background-color: #1c1f23 !important; }
  .wash { background-color: #2a2f34 !important; }
  .ink, .ink a { color: #ede7db !important; }
  .soft, .soft a { color: #b5b2aa !important; }
  .rule { border-color: #ede7db !important; }
  .bad { border-color: #f0a48f !important; }
  .bad-word { color: #f0a48f !important; }
  .good { background-color: #9ad4b5 !important; }
  .on-good, .on-good a { color: #10201a !important; }
}
`;
