-- AlterTable
ALTER TABLE "Company" ADD COLUMN "publicCertificates" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "courseDocumentId" TEXT NOT NULL,
    "completionId" TEXT NOT NULL,
    "holderName" TEXT,
    "holderKey" TEXT,
    "companyName" TEXT NOT NULL,
    "courseTitle" TEXT NOT NULL,
    "courseLanguage" TEXT NOT NULL,
    "modules" TEXT NOT NULL,
    "completedOn" TEXT NOT NULL,
    "validUntil" TEXT,
    "issuedAt" DATETIME NOT NULL,
    CONSTRAINT "Certificate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Certificate_courseDocumentId_fkey" FOREIGN KEY ("courseDocumentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Certificate_completionId_fkey" FOREIGN KEY ("completionId") REFERENCES "Completion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CertificateRevocation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "certificateId" TEXT NOT NULL,
    "revokedAt" DATETIME NOT NULL,
    "revokedById" TEXT,
    "reason" TEXT,
    CONSTRAINT "CertificateRevocation_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_code_key" ON "Certificate"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_completionId_key" ON "Certificate"("completionId");

-- CreateIndex
CREATE INDEX "Certificate_personId_completedOn_idx" ON "Certificate"("personId", "completedOn");

-- CreateIndex
CREATE INDEX "Certificate_courseDocumentId_completedOn_idx" ON "Certificate"("courseDocumentId", "completedOn");

-- CreateIndex
CREATE INDEX "Certificate_completedOn_id_idx" ON "Certificate"("completedOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CertificateRevocation_certificateId_key" ON "CertificateRevocation"("certificateId");
