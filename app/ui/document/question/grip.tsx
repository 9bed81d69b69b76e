/** Six dots: what a finger takes hold of. Whoever needs no pointer has buttons or a list beside it. */
export function Grip() {
  return (
    <span className="grip" aria-hidden="true">
      <svg width="12" height="20" viewBox="0 0 12 20" fill="currentColor" focusable="false">
        {[3, 10, 17].flatMap((y) => [
          <circle key={`${y}a`} cx="3" cy={y} r="1.7" />,
          <circle key={`${y}b`} cx="9" cy={y} r="1.7" />,
        ])}
      </svg>
    </span>
  );
}
