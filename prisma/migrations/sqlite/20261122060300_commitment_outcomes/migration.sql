-- CreateTable
CREATE TABLE "CommitmentOutcome" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "commitmentId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "text" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "CommitmentOutcome_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ChangeSeen" (
    "personId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "seenAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "versionId"),
    CONSTRAINT "ChangeSeen_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ChangeSeen_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CommitmentOutcome_commitmentId_at_idx" ON "CommitmentOutcome"("commitmentId", "at");
