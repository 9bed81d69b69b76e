-- CreateTable
CREATE TABLE "PersonChange" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "PersonChange_personId_key" ON "PersonChange"("personId");

-- CreateIndex
CREATE INDEX "Attempt_versionId_submittedAt_idx" ON "Attempt"("versionId", "submittedAt");
