const words = 'the next person to open it is the customer on her own floor with a kitchen knife ';

/** One text for each element. They differ, or the encoder on the way to the browser would write them once. */
export function makeTexts(count: number, length: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const start = `${index} `;
    const rest = Math.max(0, length - start.length);
    return start + words.repeat(Math.ceil(rest / words.length)).slice(0, rest);
  });
}

/** Opening tags of a page; what a script holds in its strings is no element. */
export function countElements(html: string): number {
  return html.replace(/(<script[^>]*>)[\s\S]*?<\/script>/g, '$1').match(/<[a-z][^>]*>/gi)?.length ?? 0;
}

/** A whole number that run.ts has put into the environment. */
export function numberFrom(name: 'PORT' | 'ELEMENTS' | 'DATA_BYTES'): number {
  const value = Number(process.env[name]);
  if (!Number.isSafeInteger(value) || value <= 0) throw new Error(`${name} has to be a number above zero.`);
  return value;
}
