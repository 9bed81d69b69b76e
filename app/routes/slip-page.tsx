import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { PrintButton } from '#app/ui/print/print-button.tsx';
import { QrImage } from '#app/ui/print/qr-image.tsx';
import type { MadeSlip, showSlipFor } from './slip.server.ts';

type Asked = Awaited<ReturnType<typeof showSlipFor>>;

type Props = { asked: Asked; slip: MadeSlip | undefined; backTo: string };

/** Before: what a slip is, and the button that makes one. After: the slip. */
export function SlipPage({ asked, slip, backTo }: Props) {
  const { name, hasPassword } = asked;
  if (slip) return <Made slip={slip} backTo={backTo} />;
  return (
    <>
      <PageHead title={m.slip_page_title({ name })} lead={m.slip_confirm_lead({ name })} />
      <ul className="prose mb-8">
        <li>{m.slip_confirm_first()}</li>
        {hasPassword && <li>{m.slip_confirm_again()}</li>}
      </ul>
      <form method="post" className="actions">
        <SubmitOnce>{m.slip_button()}</SubmitOnce>
        <QuietButton to={backTo}>{m.slip_back()}</QuietButton>
      </form>
    </>
  );
}

function Made({ slip, backTo }: { slip: MadeSlip; backTo: string }) {
  const { company, name, signInName, code, qr, address, until } = slip;
  return (
    <>
      <div className="screen-only">
        <PageHead title={m.slip_page_title({ name })} lead={m.slip_made_lead({ name })} />
      </div>
      <section className="slip" aria-label={m.slip_page_title({ name })}>
        <header className="slip-head">
          <p className="slip-company" dir="auto">
            {company}
          </p>
          <p className="soft small">{m.slip_title()}</p>
        </header>
        <dl className="slip-whose">
          <div>
            <dt>{m.slip_for()}</dt>
            <dd dir="auto">{name}</dd>
          </div>
          <div>
            <dt>{m.slip_sign_in_with()}</dt>
            <dd dir="auto">{signInName}</dd>
          </div>
        </dl>
        <div className="slip-way">
          <QrImage size={qr.size} path={qr.path} label={m.slip_qr()} />
          <p>{m.slip_scan()}</p>
        </div>
        <div className="slip-way">
          <p>
            {m.slip_or_type()} <strong className="slip-address">{address}</strong>
          </p>
          <p>
            {m.slip_type_code()} <strong className="slip-code">{code}</strong>
          </p>
        </div>
        <p className="slip-end small">
          {m.slip_until({ until })} {m.slip_secret()}
        </p>
      </section>
      <div className="actions mt-8">
        <PrintButton>{m.slip_print()}</PrintButton>
        <QuietButton to={backTo}>{m.slip_done()}</QuietButton>
      </div>
    </>
  );
}
