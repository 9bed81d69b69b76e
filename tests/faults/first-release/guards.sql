-- Rules the models cannot say. Re-created and checked at every start, since a table rebuild drops triggers silently.

CREATE TRIGGER event_is_append_only_update BEFORE UPDATE ON "Event"
WHEN NEW.seq IS NOT OLD.seq OR NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.actorId IS NOT OLD.actorId
  OR NEW.name IS NOT OLD.name OR NEW.subjectType IS NOT OLD.subjectType OR NEW.subjectId IS NOT OLD.subjectId
  OR NEW.digest IS NOT OLD.digest OR NEW.previous IS NOT OLD.previous OR NEW.hash IS NOT OLD.hash
  OR NEW.facts IS NOT NULL OR NEW.salt IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TRIGGER event_is_append_only_delete BEFORE DELETE ON "Event"
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

-- INSERT OR REPLACE deletes without asking any trigger for deletions.
CREATE TRIGGER event_is_append_only_replace BEFORE INSERT ON "Event"
WHEN EXISTS (SELECT 1 FROM "Event" WHERE seq = NEW.seq OR id = NEW.id OR hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TRIGGER version_is_immutable BEFORE UPDATE ON "Version"
BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;

CREATE TRIGGER version_is_immutable_replace BEFORE INSERT ON "Version"
WHEN EXISTS (SELECT 1 FROM "Version" WHERE id = NEW.id
  OR (documentId = NEW.documentId AND language = NEW.language AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;

CREATE TRIGGER completion_is_immutable BEFORE UPDATE ON "Completion"
BEGIN SELECT RAISE(ABORT, 'completions are immutable'); END;

CREATE TRIGGER completion_is_immutable_replace BEFORE INSERT ON "Completion"
WHEN EXISTS (SELECT 1 FROM "Completion" WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'completions are immutable'); END;

CREATE TRIGGER attempt_is_immutable_once_submitted BEFORE UPDATE ON "Attempt"
WHEN OLD.submittedAt IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a submitted attempt is immutable'); END;

CREATE TRIGGER attempt_is_immutable_once_submitted_replace BEFORE INSERT ON "Attempt"
WHEN EXISTS (SELECT 1 FROM "Attempt" WHERE submittedAt IS NOT NULL AND (id = NEW.id
  OR (personId = NEW.personId AND documentId = NEW.documentId AND number = NEW.number)))
BEGIN SELECT RAISE(ABORT, 'a submitted attempt is immutable'); END;

CREATE TRIGGER company_is_one BEFORE INSERT ON "Company"
WHEN (SELECT COUNT(*) FROM "Company") > 0
BEGIN SELECT RAISE(ABORT, 'one install is one company'); END;

CREATE TRIGGER person_needs_a_way_in_insert BEFORE INSERT ON "Person"
WHEN NEW.email IS NULL AND NEW.employeeNumber IS NULL
BEGIN SELECT RAISE(ABORT, 'a person needs an e-mail address or an employee number'); END;

CREATE TRIGGER person_needs_a_way_in_update BEFORE UPDATE ON "Person"
WHEN NEW.email IS NULL AND NEW.employeeNumber IS NULL
BEGIN SELECT RAISE(ABORT, 'a person needs an e-mail address or an employee number'); END;
