export type ProgressProps = { value: number; max: number; label: string; text: string };

/** `label` says what moves, `text` how far it is; the bar is only their picture. */
export function Progress({ value, max, label, text }: ProgressProps) {
  return (
    <div className="progress">
      <progress value={value} max={max} aria-label={label}>
        {text}
      </progress>
      <span className="num">{text}</span>
    </div>
  );
}
