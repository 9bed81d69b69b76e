-- CreateTable
CREATE TABLE "Meeting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "departmentId" TEXT NOT NULL,
    "documentId" TEXT,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "startTime" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "facilitatorId" TEXT NOT NULL,
    "plannedById" TEXT,
    "plannedAt" DATETIME NOT NULL,
    "sequence" INTEGER NOT NULL,
    CONSTRAINT "Meeting_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Meeting_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Meeting_facilitatorId_fkey" FOREIGN KEY ("facilitatorId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Meeting_plannedById_fkey" FOREIGN KEY ("plannedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeetingInvitation" (
    "meetingId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "invitedAt" DATETIME NOT NULL,
    "attended" BOOLEAN,

    PRIMARY KEY ("meetingId", "personId"),
    CONSTRAINT "MeetingInvitation_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MeetingInvitation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeetingGuest" (
    "meetingId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "firstName" TEXT NOT NULL,

    PRIMARY KEY ("meetingId", "position"),
    CONSTRAINT "MeetingGuest_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeetingHolding" (
    "meetingId" TEXT NOT NULL PRIMARY KEY,
    "heldAt" DATETIME NOT NULL,
    "heldById" TEXT,
    CONSTRAINT "MeetingHolding_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MeetingHolding_heldById_fkey" FOREIGN KEY ("heldById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeetingCancellation" (
    "meetingId" TEXT NOT NULL PRIMARY KEY,
    "cancelledAt" DATETIME NOT NULL,
    "cancelledById" TEXT,
    CONSTRAINT "MeetingCancellation_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MeetingCancellation_cancelledById_fkey" FOREIGN KEY ("cancelledById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ActionItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "text" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL,
    "madeById" TEXT,
    "originType" TEXT NOT NULL,
    "originId" TEXT NOT NULL,
    CONSTRAINT "ActionItem_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ActionItem_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ActionItem_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ActionSettlement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "itemId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "settledAt" DATETIME NOT NULL,
    "settledById" TEXT,
    CONSTRAINT "ActionSettlement_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ActionItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ActionSettlement_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Meeting_departmentId_day_idx" ON "Meeting"("departmentId", "day");

-- CreateIndex
CREATE INDEX "Meeting_facilitatorId_day_idx" ON "Meeting"("facilitatorId", "day");

-- CreateIndex
CREATE INDEX "MeetingInvitation_personId_idx" ON "MeetingInvitation"("personId");

-- CreateIndex
CREATE INDEX "ActionItem_ownerId_idx" ON "ActionItem"("ownerId");

-- CreateIndex
CREATE INDEX "ActionItem_departmentId_idx" ON "ActionItem"("departmentId");

-- CreateIndex
CREATE INDEX "ActionItem_originType_originId_idx" ON "ActionItem"("originType", "originId");

-- CreateIndex
CREATE INDEX "ActionSettlement_itemId_settledAt_idx" ON "ActionSettlement"("itemId", "settledAt");
