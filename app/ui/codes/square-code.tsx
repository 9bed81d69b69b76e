/** A square for a camera: the path of its dark fields, and how many fields wide it is with its margin. */
export type SquareCodeProps = { path: string; size: number; label: string };

/** Dark on light in dark mode too: cameras ask for it. */
export function SquareCode({ path, size, label }: SquareCodeProps) {
  return (
    <svg className="square-code" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
