-- A company as the first release left it: rows in every table, the events apart. `people()` says how many; `hashed()`
-- is what that release made of a session's token.

INSERT INTO "Company" VALUES ('company', 'Oak & Sons', 'Europe/Warsaw', 'en', 0, '2024-01-01T08:30:00.250+00:00');
INSERT INTO "Site" VALUES
  ('site-0', 'Gdańsk', 'Europe/Warsaw', 'a4', '6,7', '2024-01-01T08:30:00.250+00:00'),
  ('site-1', 'São Paulo', 'America/Sao_Paulo', 'a4', '7', '2024-01-01T08:30:00.250+00:00'),
  ('site-2', 'Not used yet', 'UTC', 'letter', '6,7', '2025-11-30T23:59:59.999+00:00');

INSERT INTO "Department" VALUES
  ('department-0', 'Everything', NULL, 'everything', '2024-01-01T08:30:00.250+00:00'),
  ('department-1', 'Shipping', 'shipping', 'shipping', '2024-01-01T08:30:00.250+00:00'),
  ('department-2', 'Sales', 'sales', 'sales', '2024-01-01T08:30:00.250+00:00'),
  ('department-3', 'Without a place', NULL, 'without a place', '2025-10-01T08:30:00.250+00:00');

CREATE TEMP TABLE "each" AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < people())
  SELECT i, 'person-' || i AS id, 'department-' || (i % 3) AS departmentId, 'site-' || (i % 2) AS siteId,
    printf('2024-%02d-15', i % 12 + 1) AS hiredOn FROM n;

INSERT INTO "Person" SELECT id, 'Łucja Ærøy “' || i || '”', CASE WHEN i % 3 > 0 THEN id || '@example.com' END,
  CASE WHEN i % 3 = 0 OR i % 5 = 0 THEN 'N-' || i END, 'en', 'lucja aeroy ' || i, 'lucja aeroy ' || i,
  '2024-01-02T23:30:00.000+00:00' FROM temp."each";

-- Person 3 has left; person 4 is known and was never employed; everybody else was here twice.
INSERT INTO "Employment" SELECT 'before-' || id, id, '2023-05-01', '2023-09-30' FROM temp."each" WHERE i <> 4;
INSERT INTO "Employment" SELECT 'now-' || id, id, hiredOn, CASE WHEN i = 3 THEN '2025-06-30' END FROM temp."each" WHERE i <> 4;
INSERT INTO "Placement" SELECT 'first-' || id, id, hiredOn, departmentId, NULL, siteId, 'Packer' FROM temp."each" WHERE i <> 4;
INSERT INTO "Placement" SELECT 'then-' || id, id, '2025-07-01', departmentId, 'person-1', siteId, 'Lead' FROM temp."each" WHERE i NOT IN (1, 4);
INSERT INTO "DepartmentPlacement" VALUES
  ('place-0', 'department-0', '2024-02-01', NULL, NULL), ('place-1', 'department-1', '2023-01-01', NULL, NULL),
  ('place-2', 'department-2', '2024-01-01', 'department-0', NULL), ('later-1', 'department-1', '2025-01-01', 'department-0', 'person-1');

INSERT INTO "RoleGrant" VALUES
  ('grant', 'person-2', 'hr', NULL, '2024-02-01T08:30:00.250+00:00', NULL),
  ('revoked', 'person-0', 'editor', 'person-2', '2024-02-01T08:30:00.250+00:00', '2024-03-01T08:30:00.250+00:00');
INSERT INTO "Credential" SELECT 'password-' || id, id, 'password', 'everyhand', id,
  '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaA', 0, '2024-02-01T08:30:00.250+00:00', '2025-02-01T08:30:00.250+00:00' FROM temp."each";
INSERT INTO "Session" SELECT hashed('token of ' || id), id, '2026-03-08T08:30:00.250+00:00', '2026-04-07T08:30:00.250+00:00' FROM temp."each";
INSERT INTO "Token" VALUES ('token', 'first-run', 'a hash', '2024-01-01T08:30:00.250+00:00', NULL, '2024-01-01T08:31:00.250+00:00');

INSERT INTO "Document" VALUES
  ('course', 'course', 'common', '2024-01-01T08:30:00.250+00:00', NULL),
  ('module', 'module', 'common/first', '2024-01-01T08:30:00.250+00:00', NULL);
INSERT INTO "Version" VALUES
  ('of-course', 'course', 'en', 1, 'Everyone', 'modules: [first]', 'hash', '{}', '{}', 1, '{}', '2024-01-01T08:30:00.250+00:00', NULL),
  ('of-module', 'module', 'en', 1, 'The first', 'Plain words.', 'hash', '{}', '{}', 1, '{"a":{"right":["x"]}}', '2024-01-01T08:30:00.250+00:00', 'person-2');
INSERT INTO "Publication" SELECT 'of-' || id, documentId, id, 'en', 'informative', '2024-02-01', createdAt, 'person-2', NULL FROM "Version";
INSERT INTO "Reference" VALUES ('reference', 'of-course', 'module', 'of-module', 'modules', 0);

INSERT INTO "Reading" SELECT 'open-' || id, id, 'module', 'of-module', 'two', 'one', '2026-03-01T08:30:00.250+00:00',
  '2026-03-02T08:30:00.250+00:00', NULL, id || ':module' FROM temp."each";
INSERT INTO "Attempt" SELECT 'passed-' || id, id, 'module', 'of-module', 1, '2025-01-06T08:30:00.250+00:00', '{"a":["x"]}',
  '2025-01-06T23:30:00.001+00:00', 4, 5, 80, 1, NULL FROM temp."each";
INSERT INTO "Attempt" SELECT 'open-' || id, id, 'module', 'of-module', 2, '2026-03-02T08:30:00.250+00:00', '{"a":["y"]}',
  NULL, NULL, NULL, NULL, NULL, id || ':module' FROM temp."each";
INSERT INTO "Completion" SELECT 'done-' || id, id, 'module', 'of-module', 'passed-' || id, 'self',
  '2025-01-06T23:30:00.001+00:00', '2025-01-07', 'Europe/Warsaw' FROM temp."each";
INSERT INTO "Commitment" SELECT 'promise-' || id, id, 'module', 'of-module', 'I will ring back — the “same” day',
  '2025-01-06T23:31:00.001+00:00' FROM temp."each";

INSERT INTO "Notice" SELECT 'notice-' || id, id, 'my-course-completed', '{"documentId":"course"}', 1,
  '2025-01-06T23:32:00.001+00:00', NULL FROM temp."each";
INSERT INTO "AccessRecord" VALUES ('access', 'person-2', 'completions.csv', '?q=a', '2025-02-01T08:30:00.250+00:00');
INSERT INTO "ReactionCursor" VALUES ('notify-of-course', 5);
INSERT INTO "ReactionTry" VALUES ('notify-of-course', 3, 'parked', 8, '2026-01-01T08:30:00.250+00:00', 'Error');
INSERT INTO "RecurringRun" VALUES ('expired-sessions', '2026-03-08T08:30:00.250+00:00', '2026-03-08T08:30:01.250+00:00', '2026-03-08T09:30:00.250+00:00', NULL);
