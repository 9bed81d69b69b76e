import { describe, expect, it } from 'vitest';
import { Bar } from '#app/ui/chart/bar.tsx';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { PasswordInput } from '#app/ui/form/password-input.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { Shell } from '#app/ui/page/shell.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { markup } from './markup.tsx';

describe('Field', () => {
  it('ties label, hint and error to a control that has its own id', async () => {
    const html = await markup(
      <Field label="E-mail" hint="Or a number" errors={['Say who you are.']}>
        <TextInput id="mail" name="email" required />
      </Field>,
    );
    expect(html).toContain('for="mail"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="mail-hint mail-error"');
    expect(html).toContain('id="mail-error"');
    expect(html).toContain('required=""');
  });

  it('gives an id to a control that has none', async () => {
    const html = await markup(
      <Field label="Name">
        <TextInput name="name" />
      </Field>,
    );
    const id = /for="([^"]+)"/.exec(html)?.[1];
    expect(html).toContain(`id="${id}"`);
    expect(html).not.toContain('aria-describedby');
  });
});

describe('controls without a script', () => {
  it('offers no button that would do nothing', async () => {
    expect(await markup(<PasswordInput name="password" />)).not.toContain('<button');
  });

  it('submits', async () => {
    expect(await markup(<SubmitOnce>Send</SubmitOnce>)).toMatch(/<button[^>]*type="submit"/);
  });
});

describe('FormErrors', () => {
  it('counts, links to the fields, and can take the focus', async () => {
    const html = await markup(
      <FormErrors errors={[{ message: 'Say who.', fieldId: 'who' }, { message: 'Too many.' }]} />,
    );
    expect(html).toContain('2 things');
    expect(html).toContain('href="#who"');
    expect(html).toContain('tabindex="-1"');
  });

  it('is silent without errors', async () => {
    expect(await markup(<FormErrors errors={[]} />)).toBe('');
  });
});

const item = (label: string) => ({ to: `/${label}`, label, icon: 'sun' as const });

describe('Shell', () => {
  it('puts what a phone’s bar cannot hold into the menu', async () => {
    const html = await markup(
      <Shell
        name="Harbour & Pine"
        items={['a', 'b', 'c', 'd', 'e', 'f'].map(item)}
        account={{ name: 'Ada', links: [] }}
      >
        <h1>Today</h1>
      </Shell>,
    );
    const menu = html.slice(html.indexOf('<details'), html.indexOf('</details>'));
    expect(menu).toContain('href="/e"');
    expect(menu).not.toContain('href="/d"');
    expect(html).toContain('href="#main"');
  });
});

describe('DataTable', () => {
  it('names rows, cells and the direction of its order', async () => {
    const html = await markup(
      <DataTable
        caption="People"
        rows={[{ name: 'Ada', done: 3 }]}
        rowKey={(row) => row.name}
        columns={[
          {
            key: 'name',
            label: 'Person',
            cell: (row) => row.name,
            sort: { to: '?sort=-name', direction: 'ascending' },
          },
          { key: 'done', label: 'Done', cell: (row) => row.done, numeric: true },
        ]}
      />,
    );
    expect(html).toContain('aria-sort="ascending"');
    expect(html).toMatch(/<th scope="row"[^>]*>Ada<\/th>/);
    expect(html).toMatch(/<td[^>]*data-label="Done"[^>]*>3<\/td>/);
    expect(html).toMatch(/aria-labelledby="([^"]+)" tabindex="0".*<caption id="\1"/s);
  });
});

describe('small things', () => {
  it('judges with a mark and tells the rest in words', async () => {
    expect(await markup(<StateMark tone="good">done</StateMark>)).toContain('<svg');
    expect(await markup(<StateMark tone="late">2 days late</StateMark>)).not.toContain('<svg');
  });

  it('draws no share wider than its bar', async () => {
    expect(await markup(<Bar share={1.4} text="all" />)).toContain('width="128"');
    expect(await markup(<Bar share={Number.NaN} text="none" />)).toContain('width="0"');
  });

  it('writes numbers as the language does', async () => {
    const html = await markup(<Pager from={21} to={40} total={1312} next="?page=3" locale="de" />);
    expect(html).toContain('21–40 of 1.312');
  });
});
