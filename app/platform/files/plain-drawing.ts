/** What draws, and nothing else: no script, no foreign content, nothing that is fetched, nothing that moves. */
const elements = new Set(
  (
    'svg g path rect circle ellipse line polyline polygon text tspan title desc defs linearGradient ' +
    'radialGradient stop clipPath mask pattern marker'
  ).split(' '),
);

const attributes = new Set(
  (
    'xmlns viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points id role aria-label aria-hidden ' +
    'aria-labelledby dx dy transform opacity fill fill-opacity fill-rule stroke stroke-width stroke-linecap ' +
    'stroke-linejoin stroke-dasharray stroke-dashoffset stroke-opacity stroke-miterlimit font-family font-size ' +
    'font-weight font-style text-anchor dominant-baseline letter-spacing offset stop-color stop-opacity ' +
    'gradientUnits gradientTransform spreadMethod clip-path clip-rule clipPathUnits mask maskUnits ' +
    'patternUnits patternTransform marker-start marker-mid marker-end markerWidth markerHeight markerUnits ' +
    'refX refY orient preserveAspectRatio vector-effect color version xml:space'
  ).split(' '),
);

const namespace = 'http://www.w3.org/2000/svg';
const tag = /<(\/?)([A-Za-z]+)((?:\s+[A-Za-z:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const attribute = /([A-Za-z:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Whether an SVG holds drawing alone. Whatever this does not understand is not let through. */
export function isPlainDrawing(source: string): boolean {
  const text = source
    .replace(/^\uFEFF?\s*(?:<\?xml [^<>]*\?>)?/, '')
    .replace(/<!--(?:(?!--)[\s\S])*-->/g, '')
    .trim();
  const open: string[] = [];
  let roots = 0;
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const words = text.slice(at, next === -1 ? undefined : next);
    if (open.length === 0 && words.trim() !== '') return false;
    if (next === -1) break;
    tag.lastIndex = next;
    const [whole, closing, name = '', given = '', empty] = tag.exec(text) ?? [];
    if (whole === undefined || !elements.has(name)) return false;
    at = next + whole.length;
    if (closing) {
      if (given !== '' || empty || open.pop() !== name) return false;
      continue;
    }
    if (open.length === 0 && (name !== 'svg' || (roots += 1) > 1)) return false;
    if (![...given.matchAll(attribute)].every(([, key = '', one, other]) => isPlain(key, one ?? other ?? '')))
      return false;
    if (!empty) open.push(name);
  }
  return roots === 1 && open.length === 0;
}

/** Without `&`, nothing can be spelled that is not seen; what is referred to stands in the drawing itself. */
function isPlain(name: string, value: string): boolean {
  if (!attributes.has(name) || /[&\\]/.test(value)) return false;
  if (name === 'xmlns') return value === namespace;
  return !/(?:url\s*\((?!#[\w-]+\))|:\/\/|javascript:|data:|@import)/i.test(value);
}
