import { masked } from '../log/masked.ts';

/**
 * What became of one mail. `unreachable`: the server does not talk to us, so neither would it about the next mail.
 * `put-off`: it will not take this one now. `refused`: it never will. `uncertain`: it may have taken it.
 */
export type Delivery =
  { outcome: 'sent' } | { outcome: 'unreachable' | 'put-off' | 'refused' | 'uncertain'; detail: string };

export type SmtpFailure = Error & {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
};

/** What a server answers about one mail; to anything else its answer is about us. */
const aboutTheMail = ['MAIL FROM', 'RCPT TO', 'DATA'];
/** The sign-in to the server is missing or wrong: to be mended here, and then the mail can go. */
const aboutOurSignIn = [530, 534, 535, 538];

function outcomeOf(failure: SmtpFailure, begun: boolean): Exclude<Delivery['outcome'], 'sent'> {
  const { code, command = '', responseCode } = failure;
  if (responseCode && aboutTheMail.includes(command)) {
    return responseCode >= 500 && !aboutOurSignIn.includes(responseCode) ? 'refused' : 'put-off';
  }
  // The text was on its way and no answer to it came: only the server knows.
  if (begun) return 'uncertain';
  return code === 'EENVELOPE' || code === 'EMESSAGE' ? 'refused' : 'unreachable';
}

/** From what nodemailer reports, and from whether the mail's text had begun to leave. */
export function judgeFailure(failure: SmtpFailure, begun: boolean, hidden: string[]): Delivery {
  const { response, originalCode, code, message } = failure;
  const detail = masked(response ?? originalCode ?? code ?? message, hidden);
  return { outcome: outcomeOf(failure, begun), detail };
}
