import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Received = { to: string; raw: string };

/** Where in the conversation the server does what it is told. */
type Step = 'connect' | 'from' | 'to' | 'data' | 'end';

/** A reply with its code, or a way to leave the other side alone. */
type Trouble = { reply: number; text?: string } | 'hang' | 'drop';

export type MailServer = {
  url: string;
  /** What it has taken, whole. */
  received: Received[];
  /** How often a conversation has come as far as this. */
  reached: Record<Step, number>;
  /** From now on. */
  trouble: (step: Step, trouble: Trouble | null) => void;
  close: () => Promise<void>;
};

type Options = { port?: number; onReach?: (step: Step) => void; users?: Record<string, string> };

/** A true mail server, which fails as it is told to. */
export async function startMailServer({ port = 0, onReach, users }: Options = {}): Promise<MailServer> {
  const received: Received[] = [];
  const reached: Record<Step, number> = { connect: 0, from: 0, to: 0, data: 0, end: 0 };
  const troubles = new Map<Step, Trouble>();
  const sockets = new Set<Socket>();

  const reach = (step: Step, done: (error?: Error | null) => void) => {
    reached[step] += 1;
    onReach?.(step);
    const trouble = troubles.get(step);
    if (!trouble) return done();
    if (trouble === 'drop') for (const socket of sockets) socket.destroy();
    else if (trouble !== 'hang')
      done(Object.assign(new Error(trouble.text ?? 'told to say so'), { responseCode: trouble.reply }));
  };

  const server = new SMTPServer({
    disabledCommands: users ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    authOptional: !users,
    allowInsecureAuth: true,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, done) =>
      users?.[username ?? ''] === password
        ? done(null, { user: username })
        : done(Object.assign(new Error('wrong password'), { responseCode: 535 })),
    onConnect: (_session, done) => reach('connect', done),
    onMailFrom: (_address, _session, done) => reach('from', done),
    onRcptTo: (_address, _session, done) => reach('to', done),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.once('data', () => reach('data', () => undefined));
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () =>
        reach('end', (error) => {
          if (!error) {
            const to = session.envelope.rcptTo.map(({ address }) => address).join();
            received.push({ to, raw: Buffer.concat(chunks).toString() });
          }
          done(error);
        }),
      );
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: heard } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${heard}`,
    received,
    reached,
    trouble: (step, trouble) => void (trouble ? troubles.set(step, trouble) : troubles.delete(step)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A port on which nobody listens. */
export async function silentPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const printed = (raw: string) =>
  raw
    .replace(/=\r?\n/g, '')
    .replace(/((?:=[0-9A-F]{2})+)/g, (codes) => Buffer.from(codes.replaceAll('=', ''), 'hex').toString());

/** The parts of a mail as they read, and its headers by name. */
export function readRaw(raw: string) {
  const [head = ''] = raw.split(/\r?\n\r?\n/, 1);
  const headers = Object.fromEntries(
    head
      .replace(/\r?\n\s+/g, ' ')
      .split(/\r?\n/)
      .map((line): [string, string] => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 2),
      ]),
  );
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? 'none';
  const parts = raw.split(`--${boundary}`).slice(1, -1);
  const part = (type: string) => {
    const found = parts.find((one) => one.includes(`Content-Type: ${type}`)) ?? '';
    const body = found.slice(found.search(/\r?\n\r?\n/)).trim();
    return /quoted-printable/i.test(found)
      ? printed(body)
      : /base64/i.test(found)
        ? Buffer.from(body, 'base64').toString()
        : body;
  };
  return { headers, text: part('text/plain').replaceAll('\r\n', '\n'), html: part('text/html') };
}
