import type { CertificateState } from '#app/domain/learning/certificates/certificate.ts';
import * as m from '#app/messages/generated/messages.js';
import type { StateTone } from '#app/ui/page/state-mark.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';

export const certificateStateWords: Record<CertificateState, () => string> = {
  valid: m.certificates_state_valid,
  expired: m.certificates_state_expired,
  revoked: m.certificates_state_revoked,
};

const tones: Record<CertificateState, StateTone> = { valid: 'good', expired: 'due', revoked: 'bad' };

export function CertificateStateMark({ state }: { state: CertificateState }) {
  return <StateMark tone={tones[state]}>{certificateStateWords[state]()}</StateMark>;
}
