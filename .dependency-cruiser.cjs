// Who may import whom. The layers, from the doors down:
//   routes, jobs, cli  ->  domain (rooms, by level)  ->  platform;  routes also -> ui

/** The rooms by level: a room may import the rooms of earlier rows, never one of its own row. */
const LEVELS = [
  ['actor'],
  ['events'],
  ['outbox', 'files'],
  ['queue'],
  ['people'],
  ['access'],
  ['publishing', 'action-items'],
  ['learning', 'culture', 'measurement', 'recovery'],
  ['notifications', 'reporting', 'safekeeping'],
  ['sample'],
];
const ROOMS = LEVELS.flat();
/** The files directly in app/ (server, entries, root, routes) and the entries of worker threads. */
const WIRING = '^app/([^/]+$|threads/)';
const GENERATED_CLIENT = '^app/platform/db/generated/';
const TOUCHES_THE_WORLD = '\\.server\\.tsx?$';

/** What makes files of the templates beside them. */
const SHEET_MAKERS = '^app/ui/print/.+\\.server\\.ts$';

/** Forbids every import inside app/ but the ones to `allowed`, a list of regular expressions. */
function only({ name, from, allowed, comment }) {
  return { name, severity: 'error', comment, from, to: { path: '^app/', pathNot: allowed } };
}

function forbid({ name, from, to, comment }) {
  return { name, severity: 'error', comment, from, to };
}

const doors = [
  only({
    name: 'routes-import-downwards',
    comment: 'A page composes rooms and furniture. What a job or a command does, it gets from the room.',
    from: { path: '^app/routes/' },
    allowed: ['^app/(routes|domain|messages|platform|ui)/'],
  }),
  forbid({
    name: 'areas-are-blind-to-each-other',
    comment: 'Areas are grouped by audience; what two audiences share belongs to ui or to a room.',
    from: { path: '^app/routes/([^/]+)/' },
    to: { path: '^app/routes/[^/]+/', pathNot: '^app/routes/$1/' },
  }),
  forbid({
    name: 'what-areas-share-knows-no-area',
    comment: 'A file directly in routes/ serves every area; through it, one area would reach another.',
    from: { path: '^app/routes/[^/]+$' },
    to: { path: '^app/routes/[^/]+/' },
  }),
  only({
    name: 'jobs-import-downwards',
    comment: 'A job has no screen: of the furniture it needs what ends as mail, file or print.',
    from: { path: '^app/jobs/' },
    allowed: ['^app/(jobs|domain|messages|platform)/', '^app/ui/(email|document|print)/'],
  }),
  only({
    name: 'cli-imports-downwards',
    comment: 'A command has no screen: of the furniture it needs what ends as mail, file or print.',
    from: { path: '^app/cli/' },
    allowed: ['^app/(cli|domain|messages|platform)/', '^app/ui/(email|document|print)/'],
  }),
];

const wiring = [
  only({
    name: 'wiring-imports-doors-and-platform',
    comment:
      'Wiring that called a room itself would be a fourth door, without the guards of the other three.',
    from: { path: WIRING, pathNot: '^app/(root\\.tsx|entry\\.)' },
    allowed: [WIRING, '^app/(routes|jobs|cli|platform|messages)/'],
  }),
  only({
    name: 'root-and-entries-may-also-show',
    comment: 'The document around every page, and the page for errors, need furniture and words.',
    from: { path: '^app/(root\\.tsx|entry\\.)' },
    allowed: [WIRING, '^app/(routes|jobs|cli|platform|ui|messages)/'],
  }),
];

const rooms = [
  forbid({
    name: 'rooms-are-in-the-table',
    comment: 'A room without a level would escape the rule about levels: add it to LEVELS.',
    from: { path: '^app/domain/', pathNot: `^app/domain/(${ROOMS.join('|')})/` },
    to: {},
  }),
  forbid({
    name: 'domain-imports-rooms-and-platform',
    comment: 'Rules outlive pages: a room knows neither who asks nor how it is shown.',
    from: { path: '^app/domain/' },
    to: { path: '^app/', pathNot: '^app/(domain|platform)/' },
  }),
  ...LEVELS.flatMap(levelRules),
];

function levelRules(level, index) {
  const below = LEVELS.slice(0, index).flat();
  return level.map((room) =>
    forbid({
      name: `${room}-imports-lower-rooms`,
      comment:
        'What follows across rooms goes through events and jobs/reactions.ts, or the door passes it in.',
      from: { path: `^app/domain/${room}/` },
      to: { path: '^app/domain/', pathNot: `^app/domain/(${[room, ...below].join('|')})/` },
    }),
  );
}

const furniture = [
  only({
    name: 'ui-imports-ui-and-words',
    comment: 'Furniture takes plain props, so that any page can use it; ui/document is ruled below.',
    from: { path: '^app/ui/', pathNot: ['^app/ui/document/', SHEET_MAKERS] },
    allowed: ['^app/ui/', '^app/messages/(ui|generated)/'],
  }),
  only({
    name: 'sheets-are-made-by-the-typesetter',
    comment:
      'What ends on paper is made where its template lies, for every door; of the plumbing it needs the printer.',
    from: { path: SHEET_MAKERS },
    allowed: ['^app/ui/print/', '^app/platform/'],
  }),
  only({
    name: 'document-imports-ui-words-and-nouns',
    comment: 'The renderers of a document tree may speak of its parts by their types.',
    from: { path: '^app/ui/document/' },
    allowed: ['^app/ui/', '^app/messages/(ui|generated)/', '^app/domain/'],
  }),
  forbid({
    name: 'document-takes-types-only',
    comment: 'A value from a room would bring the rules of the room into furniture.',
    from: { path: '^app/ui/document/' },
    to: { path: '^app/domain/', dependencyTypesNot: ['type-only'] },
  }),
  forbid({
    name: 'document-takes-nouns-only',
    comment: 'Verbs and reads touch the world; a renderer knows what a thing is, not where it comes from.',
    from: { path: '^app/ui/document/' },
    to: { path: `^app/domain/.+${TOUCHES_THE_WORLD}` },
  }),
];

const plumbing = [
  only({
    name: 'platform-imports-platform',
    comment: 'Plumbing knows no product noun, so that every room can stand on it.',
    from: { path: '^app/platform/' },
    allowed: ['^app/platform/'],
  }),
  only({
    name: 'messages-import-messages',
    comment: 'Words depend on nothing, so that everything may use them.',
    from: { path: '^app/messages/' },
    allowed: ['^app/messages/'],
  }),
  forbid({
    name: 'generated-client-stays-in-platform-db',
    comment: 'The client itself can write outside transact() and its queue; types are harmless.',
    from: { path: '^(app|tests|bench)/', pathNot: '^app/platform/db/' },
    to: { path: GENERATED_CLIENT, dependencyTypesNot: ['type-only'] },
  }),
  forbid({
    name: 'database-drivers-stay-in-platform',
    comment: 'A connection opened elsewhere has neither the settings nor the one queue of writers.',
    from: { path: '^app/', pathNot: '^app/platform/' },
    to: { path: 'node_modules/(@prisma/|better-sqlite3/)', dependencyTypesNot: ['type-only'] },
  }),
];

const browser = [
  forbid({
    name: 'shipped-files-touch-no-world',
    comment:
      'These files ship to the browser. Routes and root.tsx may import .server files: Remix takes their loaders out.',
    from: { path: '^app/(ui|messages|domain|platform)/|^app/entry\\.client', pathNot: TOUCHES_THE_WORLD },
    to: { path: TOUCHES_THE_WORLD, dependencyTypesNot: ['type-only'] },
  }),
  forbid({
    name: 'pure-files-do-no-io',
    comment:
      'The absence of .server in a name promises that the file touches nothing; hashing and paths only compute.',
    from: { path: '^app/domain/', pathNot: TOUCHES_THE_WORLD },
    to: { dependencyTypes: ['core'], dependencyTypesNot: ['type-only'], pathNot: '^(crypto|path|url)$' },
  }),
  forbid({
    name: 'furniture-uses-no-node',
    comment: 'A browser has none of it, not even what only computes.',
    from: { path: '^app/(ui|messages)/|^app/entry\\.client', pathNot: TOUCHES_THE_WORLD },
    to: { dependencyTypes: ['core'], dependencyTypesNot: ['type-only'] },
  }),
];

const everywhere = [
  forbid({
    name: 'no-cycles',
    comment: 'Files in a circle can only be understood, tested and loaded together.',
    from: {},
    to: { circular: true },
  }),
  forbid({
    name: 'no-orphans',
    comment:
      'A file that nothing imports and that imports nothing is forgotten, or is an entry to be named here.',
    from: { orphan: true, pathNot: [WIRING, '^app/routes/', '^app/cli/main\\.ts$', '\\.d\\.ts$'] },
    to: {},
  }),
  forbid({
    name: 'app-stands-alone',
    comment: 'What runs in production must not need what only builds, measures or tests it.',
    from: { path: '^app/' },
    to: { path: '^(bin|tests|bench|build)/' },
  }),
  forbid({
    name: 'wiring-is-an-end',
    comment: 'Importing what wires everything would make everything depend on everything.',
    from: { path: '^app/', pathNot: WIRING },
    to: { path: WIRING },
  }),
];

module.exports = {
  forbidden: [...doors, ...wiring, ...rooms, ...furniture, ...plumbing, ...browser, ...everywhere],
  options: {
    // Without this, `import type` could not be told from an import that is there when the program runs.
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^app/.*/generated/'] },
    exclude: { path: '\\.(css|json)$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts'],
    },
  },
};
