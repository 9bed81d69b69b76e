import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Delivery, SmtpFailure } from './delivery.ts';
import { judgeFailure } from './delivery.ts';

/** In milliseconds. */
export type SmtpTimeouts = {
  connect: number;
  greeting: number;
  /** How long the server may say nothing. */
  silence: number;
  /** How long one mail may take, however much the server says. */
  whole: number;
};

export const patientTimeouts: SmtpTimeouts = {
  connect: 20_000,
  greeting: 20_000,
  silence: 120_000,
  whole: 300_000,
};

export type Envelope = { from: string; to: string };

export type SmtpLine = {
  /** Never throws: whatever happens is an outcome. One at a time. */
  send: (envelope: Envelope, raw: Buffer) => Promise<Delivery>;
  /** Hangs up, in the middle of a mail too, which then has its outcome at once. */
  close: () => void;
};

type Connection = SMTPConnection & { allowsAuth?: boolean };
type ServerOptions = ConstructorParameters<typeof SMTPConnection>[0] & {
  auth?: { user: string; pass: string };
};

/** The reading of the text begins once the server has asked for it, and not before: that tells lost from uncertain. */
function watched(raw: Buffer): { text: Readable; hasBegun: () => boolean } {
  let begun = false;
  const text = new Readable({
    read() {
      begun = true;
      this.push(raw);
      this.push(null);
    },
  });
  return { text, hasBegun: () => begun };
}

/** Until `work` calls back, the connection breaks, the time is over or somebody hangs up. */
function until<T>(
  connection: Connection,
  stop: AbortSignal,
  work: (callBack: (error?: Error | null, value?: T) => void) => void,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const hungUp = () => reject(Object.assign(new Error('hung up'), { code: 'EABORT' }));
    if (stop.aborted) return hungUp();
    connection.once('error', reject);
    stop.addEventListener('abort', hungUp, { once: true });
    work((error, value) => {
      connection.off('error', reject);
      stop.removeEventListener('abort', hungUp);
      if (error) reject(error);
      else resolve(value);
    });
  });
}

/** Many servers hang up after so many mails; whoever hangs up first hears no complaint. */
const mailsToAConnection = 100;

/** A connection that is made with the first mail, serves those after it, and is made anew after a failure. */
export function openLine(url: string, timeouts: SmtpTimeouts): SmtpLine {
  let open: Connection | null = null;
  let carried = 0;
  const ended = new AbortController();

  async function connect(stop: AbortSignal): Promise<Connection> {
    const { auth, ...server } = parseConnectionUrl(url) as ServerOptions;
    const connection: Connection = new SMTPConnection({
      ...server,
      connectionTimeout: timeouts.connect,
      greetingTimeout: timeouts.greeting,
      socketTimeout: timeouts.silence,
      dnsTimeout: timeouts.connect,
    });
    // What breaks while nobody waits for it is noticed at the next mail.
    connection.on('error', () => undefined);
    open = connection;
    carried = 0;
    await until(connection, stop, (done) => connection.connect(done));
    if (auth && connection.allowsAuth) {
      const credentials = auth;
      await until(connection, stop, (done) => connection.login({ credentials }, done));
    }
    return connection;
  }

  async function send({ from, to }: Envelope, raw: Buffer): Promise<Delivery> {
    const { text, hasBegun } = watched(raw);
    const stop = AbortSignal.any([ended.signal, AbortSignal.timeout(timeouts.whole)]);
    try {
      if (open && carried >= mailsToAConnection) {
        open.quit();
        open = null;
      }
      const connection = open && !open.destroyed ? open : await connect(stop);
      carried += 1;
      const envelope = { from, to: [to], size: raw.length };
      await until(connection, stop, (done) => connection.send(envelope, text, done));
      return { outcome: 'sent' };
    } catch (error) {
      open?.close();
      open = null;
      return judgeFailure(error as SmtpFailure, hasBegun(), [to, to.split('@')[0]!]);
    }
  }

  return {
    send,
    close: () => {
      ended.abort();
      if (open && !open.destroyed) open.quit();
      open?.close();
      open = null;
    },
  };
}
