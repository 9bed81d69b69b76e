// Floor (a): what Node, React and SQLite cost when nothing is between them. One indexed SELECT, one render.
import { createServer } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';
import { makeTexts, numberFrom } from './filler.ts';

/** html, head, meta, title, body and main. */
const elementsAround = 6;

const count = Math.max(1, numberFrom('ELEMENTS') - elementsAround);
const texts = makeTexts(count, Math.ceil(numberFrom('DATA_BYTES') / count));

const db = new Database(join(process.env.DATA_DIR ?? '.', 'floor.db'));
db.pragma('journal_mode = WAL');
db.exec('CREATE TABLE "Page" ("id" INTEGER PRIMARY KEY, "slug" TEXT NOT NULL UNIQUE, "text" TEXT NOT NULL)');
const insert = db.prepare('INSERT INTO "Page" ("slug", "text") VALUES (?, ?)');
const text = texts.join('\n');
// A thousand rows, so that there is an index to go down.
for (let index = 0; index < 1000; index += 1) insert.run(`page-${index}`, text);
const select = db.prepare<[string], { text: string }>('SELECT "text" FROM "Page" WHERE "slug" = ?');

function Page({ shown }: { shown: string[] }) {
  const children = shown.map((line) => h('p', { key: line, className: 'text' }, line));
  const head = h('head', null, h('meta', { charSet: 'utf-8' }), h('title', null, 'Floor'));
  return h('html', { lang: 'en' }, head, h('body', null, h('main', { className: 'prose' }, children)));
}

let turn = 0;
const server = createServer((_req, res) => {
  turn = (turn + 1) % 1000;
  const row = select.get(`page-${turn}`);
  const shown = (row?.text ?? '').split('\n');
  res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  res.end(`<!DOCTYPE html>${renderToString(h(Page, { shown }))}`);
});
server.listen(numberFrom('PORT'), '127.0.0.1');
