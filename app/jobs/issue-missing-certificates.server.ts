import { system } from '#app/domain/actor/actor.ts';
import { completionsWithoutCertificate } from '#app/domain/learning/certificates/certificate-reads.server.ts';
import { issueCertificate } from '#app/domain/learning/certificates/issue-certificate.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';

/** So many share a transaction; who writes in between does not wait for all of them. */
const atATime = 50;

/** For completions that came before there were certificates, or by another way than the pages. */
export async function issueMissingCertificates(): Promise<void> {
  let after = '';
  for (;;) {
    const completionIds = await completionsWithoutCertificate(reader, after, atATime);
    if (completionIds.length === 0) return;
    await transact(async (tx) => {
      for (const completionId of completionIds) await issueCertificate(tx, system, { completionId });
    });
    after = completionIds.at(-1)!;
  }
}
