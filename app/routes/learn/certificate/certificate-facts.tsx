import type { ReactNode } from 'react';
import type { CertificateState } from '#app/domain/learning/certificates/certificate.ts';
import * as m from '#app/messages/generated/messages.js';
import { Icon } from '#app/ui/page/icon.tsx';
import { certificateStateWords } from '../../certificate-state.tsx';
import type { PublicCertificate } from './shown-certificate.server.ts';

/** What everybody with the code may know. */
export function CertificateFacts({ shown, until }: { shown: PublicCertificate; until?: string | null }) {
  return (
    <dl className="mb-8">
      <Fact what={m.certificates_page_state()}>
        <Stamp state={shown.state} />
      </Fact>
      <Fact what={m.certificates_page_completed()}>{shown.completed}</Fact>
      {until && <Fact what={m.certificates_page_until()}>{until}</Fact>}
    </dl>
  );
}

const stamps: Record<CertificateState, string> = {
  valid: 'border-good bg-good text-on-good',
  expired: 'border-dashed border-due text-due',
  revoked: 'border-bad text-bad',
};

/** What one came for: filled where it is good, outlined where it is not, with a mark and the word. */
function Stamp({ state }: { state: CertificateState }) {
  const look = 'mt-2 inline-flex items-center gap-2 rounded-panel border-2 px-4 py-2 text-lead font-semibold';
  return (
    <span className={`${look} ${stamps[state]} [print-color-adjust:exact]`}>
      {state === 'valid' && <Icon name="tick" bold size={20} />}
      {state === 'revoked' && <Icon name="cross" bold size={20} />}
      {certificateStateWords[state]()}
    </span>
  );
}

function Fact({ what, children }: { what: string; children: ReactNode }) {
  return (
    <div className="py-2">
      <dt className="soft small">{what}</dt>
      <dd>{children}</dd>
    </div>
  );
}
