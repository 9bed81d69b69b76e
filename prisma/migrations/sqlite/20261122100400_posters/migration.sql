-- CreateTable
CREATE TABLE "Screen" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "siteId" TEXT,
    "departmentId" TEXT,
    "language" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "shape" TEXT NOT NULL,
    "showsThanks" BOOLEAN NOT NULL DEFAULT false,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "createdById" TEXT,
    "revokedAt" DATETIME,
    CONSTRAINT "Screen_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Screen_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ScreenPoster" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "screenId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "ScreenPoster_screenId_fkey" FOREIGN KEY ("screenId") REFERENCES "Screen" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ScreenPoster_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Hanging" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "siteId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "place" TEXT,
    "size" TEXT,
    "hungOn" TEXT NOT NULL,
    "hungAt" DATETIME NOT NULL,
    "hungById" TEXT,
    "takenDownOn" TEXT,
    "takenDownAt" DATETIME,
    "takenDownById" TEXT,
    "openKey" TEXT,
    CONSTRAINT "Hanging_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Hanging_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Hanging_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ScreenPoster_screenId_documentId_key" ON "ScreenPoster"("screenId", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Hanging_openKey_key" ON "Hanging"("openKey");

-- CreateIndex
CREATE INDEX "Hanging_siteId_documentId_idx" ON "Hanging"("siteId", "documentId");
