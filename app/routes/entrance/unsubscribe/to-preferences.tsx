import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';

export function ToPreferences() {
  return (
    <p className="mt-8">
      <Link to="/account/mail" className="inline-flex min-h-touch items-center">
        {m.mailing_off_choose()}
      </Link>
    </p>
  );
}
