-- AlterTable
ALTER TABLE "Credential" ADD COLUMN "confirmedAt" DATETIME;
ALTER TABLE "Credential" ADD COLUMN "sealed" TEXT;
ALTER TABLE "Credential" ADD COLUMN "usedStep" INTEGER;

-- CreateTable
CREATE TABLE "BackupCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "BackupCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Tablet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdById" TEXT,
    "revokedAt" DATETIME,
    CONSTRAINT "Tablet_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "File" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "personId" TEXT,
    "facts" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "nextAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "sendingAt" DATETIME,
    "settledAt" DATETIME,
    "messageId" TEXT NOT NULL,
    "reason" TEXT,
    CONSTRAINT "Mail_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "employeeNumber" TEXT,
    CONSTRAINT "Identity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DepartmentTerms" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "departmentId" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "function" TEXT,
    CONSTRAINT "DepartmentTerms_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Deputyship" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "departmentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "untilOn" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Deputyship_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Deputyship_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SiteTerms" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "siteId" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "daysOff" TEXT NOT NULL,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "SiteTerms_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Holiday" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "siteId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "Holiday_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- Columns are added and no table is rebuilt: a rebuild could take children with it.
ALTER TABLE "Company" ADD COLUMN "accent" TEXT;
ALTER TABLE "Company" ADD COLUMN "logo" TEXT;
ALTER TABLE "Company" ADD COLUMN "mailSender" TEXT;
ALTER TABLE "Company" ADD COLUMN "postalAddress" TEXT;
ALTER TABLE "Company" ADD COLUMN "privacyNotice" TEXT;
ALTER TABLE "Company" ADD COLUMN "contact" TEXT;
ALTER TABLE "Company" ADD COLUMN "showScores" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Company" ADD COLUMN "requireSecondFactor" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "DepartmentPlacement" ADD COLUMN "closed" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Session" ADD COLUMN "idleMinutes" INTEGER NOT NULL DEFAULT 10080;
ALTER TABLE "Session" ADD COLUMN "seenAt" DATETIME;
ALTER TABLE "Session" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'own';
ALTER TABLE "Session" ADD COLUMN "tabletId" TEXT REFERENCES "Tablet" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Session" ADD COLUMN "browser" TEXT;
ALTER TABLE "Session" ADD COLUMN "strong" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Site" ADD COLUMN "closed" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Token" ADD COLUMN "shortHash" TEXT;
ALTER TABLE "Token" ADD COLUMN "personId" TEXT REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Token" ADD COLUMN "channel" TEXT;

-- CreateIndex
CREATE INDEX "Token_personId_purpose_idx" ON "Token"("personId", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "BackupCode_hash_key" ON "BackupCode"("hash");

-- CreateIndex
CREATE INDEX "BackupCode_personId_idx" ON "BackupCode"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Tablet_tokenHash_key" ON "Tablet"("tokenHash");

-- CreateIndex
CREATE INDEX "Tablet_departmentId_idx" ON "Tablet"("departmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_key_key" ON "Mail"("key");

-- CreateIndex
CREATE INDEX "Mail_state_nextAt_idx" ON "Mail"("state", "nextAt");

-- CreateIndex
CREATE INDEX "Mail_createdAt_idx" ON "Mail"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_personId_fromOn_key" ON "Identity"("personId", "fromOn");

-- CreateIndex
CREATE UNIQUE INDEX "DepartmentTerms_departmentId_fromOn_key" ON "DepartmentTerms"("departmentId", "fromOn");

-- CreateIndex
CREATE INDEX "Deputyship_departmentId_fromOn_idx" ON "Deputyship"("departmentId", "fromOn");

-- CreateIndex
CREATE INDEX "Deputyship_personId_untilOn_idx" ON "Deputyship"("personId", "untilOn");

-- CreateIndex
CREATE UNIQUE INDEX "SiteTerms_siteId_fromOn_key" ON "SiteTerms"("siteId", "fromOn");

-- CreateIndex
CREATE UNIQUE INDEX "Holiday_siteId_day_key" ON "Holiday"("siteId", "day");

-- What is so today becomes the first row of each history, in force from the first day known.
INSERT INTO "Identity" ("id", "personId", "fromOn", "name", "email", "employeeNumber")
SELECT p."id", p."id",
  COALESCE((SELECT MIN(em."hiredOn") FROM "Employment" em WHERE em."personId" = p."id"), substr(p."createdAt", 1, 10)),
  p."name", p."email", p."employeeNumber" FROM "Person" p;

INSERT INTO "DepartmentTerms" ("id", "departmentId", "fromOn", "name", "function")
SELECT d."id", d."id",
  COALESCE((SELECT MIN(day) FROM (
    SELECT dp."fromOn" AS day FROM "DepartmentPlacement" dp WHERE dp."departmentId" = d."id"
    UNION ALL SELECT pl."fromOn" FROM "Placement" pl WHERE pl."departmentId" = d."id")), substr(d."createdAt", 1, 10)),
  d."name", d."function" FROM "Department" d;

INSERT INTO "SiteTerms" ("id", "siteId", "fromOn", "name", "timeZone", "paper", "daysOff")
SELECT s."id", s."id",
  COALESCE((SELECT MIN(pl."fromOn") FROM "Placement" pl WHERE pl."siteId" = s."id"), substr(s."createdAt", 1, 10)),
  s."name", s."timeZone", s."paper", s."daysOff" FROM "Site" s;

-- Where much can be seen or done, a sign-in ends sooner.
UPDATE "Session" SET "idleMinutes" = 120 WHERE "personId" IN (
  SELECT r."personId" FROM "RoleGrant" r WHERE r."revokedAt" IS NULL AND r."role" IN ('hr', 'admin'));
