type WithTitleProps = {
  /** A sentence that has a place for a title. */
  words: (about: { title: string }) => string;
  title: string;
  /** Of the title. */
  lang: string;
};

/** Stands where the title will. No text has it: it is of no script. */
const place = '\uE000';

/** A sentence of the page around a title that may be in another language. */
export function WithTitle({ words, title, lang }: WithTitleProps) {
  const [before, ...after] = words({ title: place }).split(place);
  return (
    // One line to whatever it stands in: a button sets what it holds apart.
    <span>
      {before}
      <span lang={lang} dir="auto">
        {title}
      </span>
      {after.join('')}
    </span>
  );
}
