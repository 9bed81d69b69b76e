import { StateMark } from '#app/ui/page/state-mark.tsx';

export type HistoryLine = { key: string; on: string; text: string; note?: string | null; planned: boolean };

type Props = { lines: HistoryLine[]; plannedWord: string };

/** What changed and from which day, newest first. */
export function HistoryList({ lines, plannedWord }: Props) {
  return (
    <ol className="lines max-w-wide">
      {lines.map(({ key, on, text, note, planned }) => (
        <li key={key}>
          <span dir="auto">{text}</span>
          {planned && <StateMark tone="due">{plannedWord}</StateMark>}
          <span className="soft small num">{on}</span>
          {note && (
            <span className="soft small" dir="auto">
              {note}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
