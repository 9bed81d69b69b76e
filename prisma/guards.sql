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

-- A request for a try may stop being open, and nothing else of it changes.
CREATE TRIGGER try_request_is_kept BEFORE UPDATE ON "TryRequest"
WHEN NEW.id IS NOT OLD.id OR NEW.personId IS NOT OLD.personId OR NEW.documentId IS NOT OLD.documentId
  OR NEW.versionId IS NOT OLD.versionId OR NEW.headId IS NOT OLD.headId OR NEW.askedAt IS NOT OLD.askedAt
  OR NEW.openKey IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a request for a try is kept as it was asked'); END;

CREATE TRIGGER try_request_is_kept_replace BEFORE INSERT ON "TryRequest"
WHEN EXISTS (SELECT 1 FROM "TryRequest" WHERE id = NEW.id OR openKey = NEW.openKey)
BEGIN SELECT RAISE(ABORT, 'a request for a try is kept as it was asked'); END;

CREATE TRIGGER try_grant_is_immutable BEFORE UPDATE ON "TryGrant"
BEGIN SELECT RAISE(ABORT, 'a granted try is immutable'); END;

CREATE TRIGGER try_grant_is_immutable_replace BEFORE INSERT ON "TryGrant"
WHEN EXISTS (SELECT 1 FROM "TryGrant" WHERE id = NEW.id OR requestId = NEW.requestId)
BEGIN SELECT RAISE(ABORT, 'a granted try is immutable'); END;

CREATE TRIGGER company_is_one BEFORE INSERT ON "Company"
WHEN (SELECT COUNT(*) FROM "Company") > 0
BEGIN SELECT RAISE(ABORT, 'one install is one company'); END;

CREATE TRIGGER person_needs_a_way_in_insert BEFORE INSERT ON "Person"
WHEN NEW.email IS NULL AND NEW.employeeNumber IS NULL
BEGIN SELECT RAISE(ABORT, 'a person needs an e-mail address or an employee number'); END;

CREATE TRIGGER person_needs_a_way_in_update BEFORE UPDATE ON "Person"
WHEN NEW.email IS NULL AND NEW.employeeNumber IS NULL
BEGIN SELECT RAISE(ABORT, 'a person needs an e-mail address or an employee number'); END;

CREATE TRIGGER certificate_is_immutable BEFORE UPDATE ON "Certificate"
WHEN NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.personId IS NOT OLD.personId
  OR NEW.courseDocumentId IS NOT OLD.courseDocumentId OR NEW.completionId IS NOT OLD.completionId
  OR NEW.companyName IS NOT OLD.companyName OR NEW.courseTitle IS NOT OLD.courseTitle
  OR NEW.courseLanguage IS NOT OLD.courseLanguage OR NEW.modules IS NOT OLD.modules
  OR NEW.completedOn IS NOT OLD.completedOn OR NEW.validUntil IS NOT OLD.validUntil OR NEW.issuedAt IS NOT OLD.issuedAt
  OR NEW.holderName IS NOT NULL OR NEW.holderKey IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a certificate is immutable'); END;

CREATE TRIGGER certificate_is_immutable_delete BEFORE DELETE ON "Certificate"
BEGIN SELECT RAISE(ABORT, 'a certificate is immutable'); END;

CREATE TRIGGER certificate_is_immutable_replace BEFORE INSERT ON "Certificate"
WHEN EXISTS (SELECT 1 FROM "Certificate" WHERE id = NEW.id OR code = NEW.code OR completionId = NEW.completionId)
BEGIN SELECT RAISE(ABORT, 'a certificate is immutable'); END;

CREATE TRIGGER revocation_is_append_only_update BEFORE UPDATE ON "CertificateRevocation"
WHEN NEW.id IS NOT OLD.id OR NEW.certificateId IS NOT OLD.certificateId OR NEW.revokedAt IS NOT OLD.revokedAt
  OR NEW.revokedById IS NOT OLD.revokedById OR NEW.reason IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'revocations are append-only'); END;

CREATE TRIGGER revocation_is_append_only_delete BEFORE DELETE ON "CertificateRevocation"
BEGIN SELECT RAISE(ABORT, 'revocations are append-only'); END;

CREATE TRIGGER revocation_is_append_only_replace BEFORE INSERT ON "CertificateRevocation"
WHEN EXISTS (SELECT 1 FROM "CertificateRevocation" WHERE id = NEW.id OR certificateId = NEW.certificateId)
BEGIN SELECT RAISE(ABORT, 'revocations are append-only'); END;

-- That a poster hung somewhere stays on record; it is taken down once.
CREATE TRIGGER hanging_is_kept BEFORE UPDATE ON "Hanging"
WHEN OLD.openKey IS NULL OR NEW.openKey IS NOT NULL OR NEW.takenDownOn IS NULL OR NEW.id IS NOT OLD.id
  OR NEW.siteId IS NOT OLD.siteId OR NEW.documentId IS NOT OLD.documentId OR NEW.versionId IS NOT OLD.versionId
  OR NEW.place IS NOT OLD.place OR NEW.size IS NOT OLD.size OR NEW.hungOn IS NOT OLD.hungOn
  OR NEW.hungAt IS NOT OLD.hungAt OR NEW.hungById IS NOT OLD.hungById
BEGIN SELECT RAISE(ABORT, 'a hanging is kept as it was'); END;

CREATE TRIGGER hanging_is_kept_replace BEFORE INSERT ON "Hanging"
WHEN EXISTS (SELECT 1 FROM "Hanging" WHERE id = NEW.id OR openKey = NEW.openKey)
BEGIN SELECT RAISE(ABORT, 'a hanging is kept as it was'); END;

-- What reports read of a person has changed, whoever changed it. A row of its own, not one moved: its number is the newest.
CREATE TRIGGER person_change_of_person_insert AFTER INSERT ON "Person"
BEGIN DELETE FROM "PersonChange" WHERE personId = NEW.id; INSERT INTO "PersonChange" (personId) VALUES (NEW.id); END;

CREATE TRIGGER person_change_of_person_update AFTER UPDATE OF sortKey, searchKey ON "Person"
BEGIN DELETE FROM "PersonChange" WHERE personId = NEW.id; INSERT INTO "PersonChange" (personId) VALUES (NEW.id); END;

CREATE TRIGGER person_change_of_person_delete AFTER DELETE ON "Person"
BEGIN DELETE FROM "PersonChange" WHERE personId = OLD.id; INSERT INTO "PersonChange" (personId) VALUES (OLD.id); END;

CREATE TRIGGER person_change_of_employment_insert AFTER INSERT ON "Employment"
BEGIN DELETE FROM "PersonChange" WHERE personId = NEW.personId; INSERT INTO "PersonChange" (personId) VALUES (NEW.personId); END;

CREATE TRIGGER person_change_of_employment_update AFTER UPDATE ON "Employment"
BEGIN DELETE FROM "PersonChange" WHERE personId = NEW.personId; INSERT INTO "PersonChange" (personId) VALUES (NEW.personId); END;

CREATE TRIGGER person_change_of_employment_delete AFTER DELETE ON "Employment"
BEGIN DELETE FROM "PersonChange" WHERE personId = OLD.personId; INSERT INTO "PersonChange" (personId) VALUES (OLD.personId); END;

CREATE TRIGGER person_change_of_placement_insert AFTER INSERT ON "Placement"
BEGIN DELETE FROM "PersonChange" WHERE personId = NEW.personId; INSERT INTO "PersonChange" (personId) VALUES (NEW.personId); END;

CREATE TRIGGER person_change_of_placement_update AFTER UPDATE ON "Placement"
BEGIN DELETE FROM "PersonChange" WHERE personId = NEW.personId; INSERT INTO "PersonChange" (personId) VALUES (NEW.personId); END;

CREATE TRIGGER person_change_of_placement_delete AFTER DELETE ON "Placement"
BEGIN DELETE FROM "PersonChange" WHERE personId = OLD.personId; INSERT INTO "PersonChange" (personId) VALUES (OLD.personId); END;

CREATE TRIGGER person_change_of_completion_insert AFTER INSERT ON "Completion"
BEGIN DELETE FROM "PersonChange" WHERE personId = NEW.personId; INSERT INTO "PersonChange" (personId) VALUES (NEW.personId); END;

CREATE TRIGGER person_change_of_completion_delete AFTER DELETE ON "Completion"
BEGIN DELETE FROM "PersonChange" WHERE personId = OLD.personId; INSERT INTO "PersonChange" (personId) VALUES (OLD.personId); END;

CREATE TRIGGER person_change_of_reading_insert AFTER INSERT ON "Reading"
BEGIN DELETE FROM "PersonChange" WHERE personId = NEW.personId; INSERT INTO "PersonChange" (personId) VALUES (NEW.personId); END;

CREATE TRIGGER person_change_of_reading_delete AFTER DELETE ON "Reading"
BEGIN DELETE FROM "PersonChange" WHERE personId = OLD.personId; INSERT INTO "PersonChange" (personId) VALUES (OLD.personId); END;

CREATE TRIGGER huddle_is_immutable BEFORE UPDATE ON "Huddle"
BEGIN SELECT RAISE(ABORT, 'a huddle is immutable'); END;

CREATE TRIGGER huddle_held_is_immutable BEFORE UPDATE ON "HuddleHeld"
BEGIN SELECT RAISE(ABORT, 'what was told of a huddle is immutable'); END;

CREATE TRIGGER huddle_held_is_immutable_replace BEFORE INSERT ON "HuddleHeld"
WHEN EXISTS (SELECT 1 FROM "HuddleHeld" WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'what was told of a huddle is immutable'); END;

CREATE TRIGGER huddle_held_is_over BEFORE INSERT ON "HuddleHeld"
WHEN EXISTS (SELECT 1 FROM "HuddleSettlement" WHERE huddleId = NEW.huddleId)
BEGIN SELECT RAISE(ABORT, 'a settled huddle is immutable'); END;

CREATE TRIGGER huddle_part_is_immutable BEFORE UPDATE ON "HuddlePart"
BEGIN SELECT RAISE(ABORT, 'who took part is immutable'); END;

CREATE TRIGGER huddle_part_is_over BEFORE INSERT ON "HuddlePart"
WHEN EXISTS (SELECT 1 FROM "HuddleSettlement" s JOIN "HuddleHeld" h ON h.huddleId = s.huddleId WHERE h.id = NEW.heldId)
BEGIN SELECT RAISE(ABORT, 'a settled huddle is immutable'); END;

CREATE TRIGGER huddle_settlement_is_immutable BEFORE UPDATE ON "HuddleSettlement"
BEGIN SELECT RAISE(ABORT, 'a settled huddle is immutable'); END;

CREATE TRIGGER meeting_holding_is_kept BEFORE UPDATE ON "MeetingHolding"
BEGIN SELECT RAISE(ABORT, 'that a talk was held is kept as it was said'); END;

CREATE TRIGGER action_settlement_is_kept BEFORE UPDATE ON "ActionSettlement"
WHEN NEW.id IS NOT OLD.id OR NEW.itemId IS NOT OLD.itemId OR NEW.outcome IS NOT OLD.outcome
  OR NEW.settledAt IS NOT OLD.settledAt
BEGIN SELECT RAISE(ABORT, 'what became of an action is kept as it was said'); END;
