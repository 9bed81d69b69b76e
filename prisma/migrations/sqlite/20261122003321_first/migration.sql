-- CreateTable
CREATE TABLE "Credential" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "secretHash" TEXT,
    "mustChange" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "Credential_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "grantedById" TEXT,
    "grantedAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    CONSTRAINT "RoleGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RoleGrant_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Token" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Event" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "actorId" TEXT,
    "name" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "facts" TEXT,
    "salt" TEXT,
    "digest" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Reading" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "partsRead" TEXT NOT NULL,
    "beganAt" DATETIME NOT NULL,
    "movedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "openKey" TEXT,
    CONSTRAINT "Reading_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Reading_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Reading_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "answers" TEXT NOT NULL,
    "submittedAt" DATETIME,
    "rightCount" INTEGER,
    "questionCount" INTEGER,
    "score" INTEGER,
    "passed" BOOLEAN,
    "openKey" TEXT,
    CONSTRAINT "Attempt_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Attempt_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Attempt_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Completion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "attemptId" TEXT,
    "source" TEXT NOT NULL,
    "completedAt" DATETIME NOT NULL,
    "completedOn" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    CONSTRAINT "Completion_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Completion_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Completion_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Completion_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Commitment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL,
    CONSTRAINT "Commitment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Commitment_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Commitment_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "eventSeq" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "seenAt" DATETIME,
    CONSTRAINT "Notice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AccessRecord" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "resource" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Company" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "employeeNumber" TEXT,
    "language" TEXT NOT NULL,
    "searchKey" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Employment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "hiredOn" TEXT NOT NULL,
    "leftOn" TEXT,
    CONSTRAINT "Employment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Placement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "managerId" TEXT,
    "siteId" TEXT NOT NULL,
    "jobTitle" TEXT NOT NULL,
    CONSTRAINT "Placement_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Placement_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Placement_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Placement_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Department" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "function" TEXT,
    "sortKey" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "DepartmentPlacement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "departmentId" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "parentId" TEXT,
    "headId" TEXT,
    CONSTRAINT "DepartmentPlacement_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DepartmentPlacement_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Department" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DepartmentPlacement_headId_fkey" FOREIGN KEY ("headId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Site" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "daysOff" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Document" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "retiredAt" DATETIME
);

-- CreateTable
CREATE TABLE "Version" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "documentId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "sourceHash" TEXT NOT NULL,
    "front" TEXT NOT NULL,
    "tree" TEXT NOT NULL,
    "treeFormat" INTEGER NOT NULL,
    "answerKey" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "authorId" TEXT,
    CONSTRAINT "Version_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "documentId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "materialFrom" TEXT,
    "publishedAt" DATETIME NOT NULL,
    "publishedBy" TEXT,
    "withdrawnAt" DATETIME,
    CONSTRAINT "Publication_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Publication_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Reference" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fromVersionId" TEXT NOT NULL,
    "toDocumentId" TEXT NOT NULL,
    "toVersionId" TEXT,
    "part" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "Reference_fromVersionId_fkey" FOREIGN KEY ("fromVersionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Reference_toDocumentId_fkey" FOREIGN KEY ("toDocumentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Reference_toVersionId_fkey" FOREIGN KEY ("toVersionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReactionCursor" (
    "reaction" TEXT NOT NULL PRIMARY KEY,
    "seq" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ReactionTry" (
    "reaction" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "nextAt" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,

    PRIMARY KEY ("reaction", "seq")
);

-- CreateTable
CREATE TABLE "RecurringRun" (
    "job" TEXT NOT NULL PRIMARY KEY,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    "nextAt" DATETIME NOT NULL,
    "reason" TEXT
);

-- CreateIndex
CREATE INDEX "Credential_personId_idx" ON "Credential"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Credential_kind_issuer_subject_key" ON "Credential"("kind", "issuer", "subject");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "RoleGrant_personId_role_idx" ON "RoleGrant"("personId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Token_hash_key" ON "Token"("hash");

-- CreateIndex
CREATE INDEX "Token_purpose_idx" ON "Token"("purpose");

-- CreateIndex
CREATE UNIQUE INDEX "Event_id_key" ON "Event"("id");

-- CreateIndex
CREATE UNIQUE INDEX "Event_hash_key" ON "Event"("hash");

-- CreateIndex
CREATE INDEX "Event_name_seq_idx" ON "Event"("name", "seq");

-- CreateIndex
CREATE INDEX "Event_subjectType_subjectId_seq_idx" ON "Event"("subjectType", "subjectId", "seq");

-- CreateIndex
CREATE INDEX "Event_actorId_seq_idx" ON "Event"("actorId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Reading_openKey_key" ON "Reading"("openKey");

-- CreateIndex
CREATE INDEX "Reading_personId_documentId_idx" ON "Reading"("personId", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_openKey_key" ON "Attempt"("openKey");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_personId_documentId_number_key" ON "Attempt"("personId", "documentId", "number");

-- CreateIndex
CREATE INDEX "Completion_personId_documentId_completedAt_idx" ON "Completion"("personId", "documentId", "completedAt");

-- CreateIndex
CREATE INDEX "Completion_documentId_completedOn_idx" ON "Completion"("documentId", "completedOn");

-- CreateIndex
CREATE INDEX "Commitment_personId_madeAt_idx" ON "Commitment"("personId", "madeAt");

-- CreateIndex
CREATE INDEX "Notice_personId_seenAt_createdAt_idx" ON "Notice"("personId", "seenAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_eventSeq_kind_personId_key" ON "Notice"("eventSeq", "kind", "personId");

-- CreateIndex
CREATE INDEX "AccessRecord_resource_at_idx" ON "AccessRecord"("resource", "at");

-- CreateIndex
CREATE INDEX "AccessRecord_personId_at_idx" ON "AccessRecord"("personId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Person_employeeNumber_key" ON "Person"("employeeNumber");

-- CreateIndex
CREATE INDEX "Person_sortKey_id_idx" ON "Person"("sortKey", "id");

-- CreateIndex
CREATE INDEX "Employment_personId_hiredOn_idx" ON "Employment"("personId", "hiredOn");

-- CreateIndex
CREATE INDEX "Placement_departmentId_personId_fromOn_idx" ON "Placement"("departmentId", "personId", "fromOn");

-- CreateIndex
CREATE INDEX "Placement_managerId_idx" ON "Placement"("managerId");

-- CreateIndex
CREATE UNIQUE INDEX "Placement_personId_fromOn_key" ON "Placement"("personId", "fromOn");

-- CreateIndex
CREATE UNIQUE INDEX "Department_name_key" ON "Department"("name");

-- CreateIndex
CREATE INDEX "DepartmentPlacement_headId_idx" ON "DepartmentPlacement"("headId");

-- CreateIndex
CREATE UNIQUE INDEX "DepartmentPlacement_departmentId_fromOn_key" ON "DepartmentPlacement"("departmentId", "fromOn");

-- CreateIndex
CREATE UNIQUE INDEX "Site_name_key" ON "Site"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Document_kind_slug_key" ON "Document"("kind", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Version_documentId_language_number_key" ON "Version"("documentId", "language", "number");

-- CreateIndex
CREATE INDEX "Publication_documentId_language_publishedAt_idx" ON "Publication"("documentId", "language", "publishedAt");

-- CreateIndex
CREATE INDEX "Publication_versionId_idx" ON "Publication"("versionId");

-- CreateIndex
CREATE INDEX "Reference_toDocumentId_idx" ON "Reference"("toDocumentId");

-- CreateIndex
CREATE UNIQUE INDEX "Reference_fromVersionId_part_position_key" ON "Reference"("fromVersionId", "part", "position");

-- CreateIndex
CREATE INDEX "ReactionTry_state_nextAt_idx" ON "ReactionTry"("state", "nextAt");
