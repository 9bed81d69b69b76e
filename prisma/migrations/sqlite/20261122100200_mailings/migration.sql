-- CreateTable
CREATE TABLE "Mailing" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "documentId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "preheader" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "pausedFor" TEXT,
    "startAt" DATETIME NOT NULL,
    "perMinute" INTEGER NOT NULL,
    "inHours" BOOLEAN NOT NULL,
    "fromHour" INTEGER NOT NULL,
    "untilHour" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdById" TEXT,
    "frozenAt" DATETIME,
    "readerCount" INTEGER NOT NULL DEFAULT 0,
    "withoutAddress" INTEGER NOT NULL DEFAULT 0,
    "unsubscribed" INTEGER NOT NULL DEFAULT 0,
    "finishedAt" DATETIME,
    CONSTRAINT "Mailing_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Mailing_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Mailing_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MailingReader" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "mailingId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "sendingAt" DATETIME,
    "settledAt" DATETIME,
    "reason" TEXT,
    "messageId" TEXT NOT NULL,
    CONSTRAINT "MailingReader_mailingId_fkey" FOREIGN KEY ("mailingId") REFERENCES "Mailing" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MailingReader_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MailingReader_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MailingReader_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MailPreference" (
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "wanted" BOOLEAN NOT NULL,
    "changedAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "kind"),
    CONSTRAINT "MailPreference_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Mailing_state_startAt_idx" ON "Mailing"("state", "startAt");

-- CreateIndex
CREATE INDEX "Mailing_documentId_idx" ON "Mailing"("documentId");

-- CreateIndex
CREATE INDEX "Mailing_createdAt_idx" ON "Mailing"("createdAt");

-- CreateIndex
CREATE INDEX "MailingReader_state_mailingId_dueAt_id_idx" ON "MailingReader"("state", "mailingId", "dueAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "MailingReader_mailingId_personId_key" ON "MailingReader"("mailingId", "personId");
