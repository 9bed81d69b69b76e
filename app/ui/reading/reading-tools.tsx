import { useContext, useEffect } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { attachReading } from './attach-reading.js';
import { TextSizeContext, textSizes, type TextSize } from './text-size.ts';

export type ReadingToolsProps = {
  /** The id of the element that is read aloud. */
  text: string;
  /** Where a chosen size is posted to, and the page to come back to. */
  sizes: { action: string; back: string };
};

const sizeWords: Record<TextSize, () => string> = {
  normal: m.ui_text_normal,
  large: m.ui_text_large,
  largest: m.ui_text_largest,
};

/**
 * How a text is read: by a voice, and in which size. The voice is the browser's own; where it has none for the text's
 * language there is nothing to press. Another text is another one of these, by its key: a voice does not outlive its text.
 */
export function ReadingTools({ text, sizes }: ReadingToolsProps) {
  const size = useContext(TextSizeContext);
  useEffect(attachReading, []);
  return (
    <div className="reading-tools screen-only">
      <div
        className="read-aloud"
        hidden
        data-read-aloud={text}
        data-play={m.ui_read_aloud()}
        data-pause={m.ui_read_pause()}
        data-go-on={m.ui_read_go_on()}
      >
        <button type="button" className="btn btn-quiet btn-small">
          {m.ui_read_aloud()}
        </button>
        <button type="button" className="btn btn-quiet btn-small" hidden>
          {m.ui_read_stop()}
        </button>
      </div>
      <form method="post" action={sizes.action} className="text-sizes" data-text-size="">
        <input type="hidden" name="back" value={sizes.back} />
        <fieldset>
          <legend className="sr-only">{m.ui_text_size()}</legend>
          {textSizes.map((one) => (
            <button
              key={one}
              name="size"
              value={one}
              aria-pressed={one === size}
              aria-label={sizeWords[one]()}
            >
              <span aria-hidden="true">A</span>
            </button>
          ))}
        </fieldset>
      </form>
    </div>
  );
}
