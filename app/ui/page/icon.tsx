/** Drawn for this house, one pen: 24 units, a line of 1.8. Named by what they show, not by what they stand for. */
const drawings = {
  sun: 'M12 7.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3 19 19M19 5l-1.7 1.7M6.7 17.3 5 19',
  book: 'M12 6.5C10 5 7 4.5 3 4.5v13.5c4 0 7 .5 9 2 2-1.5 5-2 9-2V4.5c-4 0-7 .5-9 2zM12 6.5V20',
  pair: 'M3 4.5h7.5v15H3zM13.5 4.5H21v15h-7.5zM5.2 10.5l3 3M8.2 10.5l-3 3M15.5 12.2l1.5 1.5 2.5-3.4',
  sheet: 'M4 4h13v16H6a2 2 0 0 1-2-2zM17 9h3v9a2 2 0 0 1-2 2h-3M7 8h7M7 12h7M7 16h4',
  people:
    'M9 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM2.5 20c0-4 2.9-6 6.5-6s6.5 2 6.5 6M16 4.9a3.5 3.5 0 0 1 0 6.2M18 14.6c2.2.8 3.5 2.6 3.5 5.4',
  table: 'M3 5h18v14H3zM3 10h18M9 5v14M3 14.5h18',
  pen: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5',
  sliders: 'M4 7h9M17 7h3M4 12h3M11 12h9M4 17h10M18 17h2M13 4.8v4.4M7 9.8v4.4M14 14.8v4.4',
  hand: 'M8 12.5V5.7a1.5 1.5 0 0 1 3 0V11M11 11V4.2a1.5 1.5 0 0 1 3 0V11M14 11V5.7a1.5 1.5 0 0 1 3 0v7.8c0 4.5-2.2 7.5-6 7.5-3 0-4.3-1.4-5.7-4L3.7 13.7a1.5 1.5 0 0 1 2.5-1.6L8 14.5',
  bulb: 'M9 17.5c0-2.5-3-4-3-8a6 6 0 0 1 12 0c0 4-3 5.5-3 8zM9.5 21h5',
  chart: 'M4 4v16h16M8.5 16v-5M13 16V7.5M17.5 16v-3',
  flag: 'M5 21V4c4-2 7 2 14 0v9.5c-7 2-10-2-14 0',
  menu: 'M4 7h16M4 12h16M4 17h16',
  tick: 'M4 12.6l5.2 5.2L20 6.5',
  cross: 'M5 5l14 14M19 5L5 19',
  down: 'M6 9.5l6 6 6-6',
  onward: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  between: 'M4 9c3-3 5-3 8 0s5 3 8 0M4 16c3-3 5-3 8 0s5 3 8 0',
} as const;

export type IconName = keyof typeof drawings;

type IconProps = { name: IconName; className?: string; size?: number; bold?: boolean };

export function Icon({ name, className = 'icon', size = 24, bold = false }: IconProps) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={bold ? 2.9 : 1.8}
      strokeLinejoin="round"
      strokeLinecap={bold ? 'butt' : 'round'}
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
