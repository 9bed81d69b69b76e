-- CreateTable
CREATE TABLE "IssueRead" (
    "issueId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "departmentId" TEXT,
    "readOn" TEXT NOT NULL,

    PRIMARY KEY ("issueId", "personId"),
    CONSTRAINT "IssueRead_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "IssueRead_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IssueOpinion" (
    "issueId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "useful" BOOLEAN NOT NULL,
    "words" TEXT,
    "signed" BOOLEAN NOT NULL,
    "saidAt" DATETIME NOT NULL,

    PRIMARY KEY ("issueId", "personId"),
    CONSTRAINT "IssueOpinion_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "IssueOpinion_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "IssueRead_personId_idx" ON "IssueRead"("personId");

-- CreateIndex
CREATE INDEX "IssueOpinion_personId_idx" ON "IssueOpinion"("personId");
