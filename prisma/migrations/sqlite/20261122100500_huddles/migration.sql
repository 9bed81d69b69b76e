-- CreateTable
CREATE TABLE "Huddle" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "departmentId" TEXT NOT NULL,
    "mondayOn" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Huddle_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Huddle_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Huddle_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "HuddleChoice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "huddleId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "chosenById" TEXT NOT NULL,
    "chosenAt" DATETIME NOT NULL,
    CONSTRAINT "HuddleChoice_huddleId_fkey" FOREIGN KEY ("huddleId") REFERENCES "Huddle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HuddleChoice_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HuddleChoice_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HuddleChoice_chosenById_fkey" FOREIGN KEY ("chosenById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "HuddleHeld" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "huddleId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "toldById" TEXT NOT NULL,
    "toldAt" DATETIME NOT NULL,
    CONSTRAINT "HuddleHeld_huddleId_fkey" FOREIGN KEY ("huddleId") REFERENCES "Huddle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HuddleHeld_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HuddleHeld_toldById_fkey" FOREIGN KEY ("toldById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "HuddlePart" (
    "heldId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    PRIMARY KEY ("heldId", "personId"),
    CONSTRAINT "HuddlePart_heldId_fkey" FOREIGN KEY ("heldId") REFERENCES "HuddleHeld" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HuddlePart_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "HuddleSettlement" (
    "huddleId" TEXT NOT NULL PRIMARY KEY,
    "heldId" TEXT NOT NULL,
    "settledAt" DATETIME NOT NULL,
    CONSTRAINT "HuddleSettlement_huddleId_fkey" FOREIGN KEY ("huddleId") REFERENCES "Huddle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Huddle_mondayOn_idx" ON "Huddle"("mondayOn");

-- CreateIndex
CREATE UNIQUE INDEX "Huddle_departmentId_mondayOn_key" ON "Huddle"("departmentId", "mondayOn");

-- CreateIndex
CREATE INDEX "HuddleChoice_huddleId_chosenAt_idx" ON "HuddleChoice"("huddleId", "chosenAt");

-- CreateIndex
CREATE INDEX "HuddleHeld_huddleId_toldAt_idx" ON "HuddleHeld"("huddleId", "toldAt");

-- CreateIndex
CREATE INDEX "HuddlePart_personId_idx" ON "HuddlePart"("personId");
