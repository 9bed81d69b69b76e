import { resolve } from 'node:path';
import { z } from 'zod';
import { PlainError } from '../operator/plain-error.ts';

const blankAsMissing = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsMissing, schema.optional());

const environment = z.object({
  PORT: z.preprocess(
    blankAsMissing,
    z.coerce
      .number({ error: 'must be a number from 0 to 65535' })
      .int('must be a whole number')
      .min(0, 'must be a number from 0 to 65535')
      .max(65535, 'must be a number from 0 to 65535')
      .default(3000),
  ),
  HOST: z.preprocess(blankAsMissing, z.string().default('127.0.0.1')),
  APP_URL: optional(
    z.url({ protocol: /^https?$/, error: 'must be an address such as https://everyhand.example.com' }),
  ),
  DATA_DIR: z.preprocess(blankAsMissing, z.string().default('./data')),
  SESSION_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
  SMTP_URL: optional(
    z.url({
      protocol: /^smtps?$/,
      error: 'must be an address such as smtp://user:password@mail.example.com',
    }),
  ),
  MAIL_FROM: optional(z.email('must be an e-mail address')),
  TRUSTED_PROXIES: z.preprocess(
    (value) =>
      typeof value === 'string'
        ? value
            .split(',')
            .map((part) => part.trim())
            .filter(Boolean)
        : [],
    z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], 'must list addresses, joined by commas')),
  ),
  SAMPLE_PASSWORD: optional(z.string().min(8, 'must have at least 8 characters')),
});

export type Env = Omit<z.infer<typeof environment>, 'APP_URL'> & { APP_URL: URL | null };

export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = environment.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`);
    throw new PlainError(lines.join('\n'));
  }
  const { APP_URL, DATA_DIR, ...rest } = parsed.data;
  return { ...rest, DATA_DIR: resolve(DATA_DIR), APP_URL: APP_URL ? new URL(APP_URL) : null };
}

let current: Env | undefined;

/** The environment, parsed once. */
export function env(): Env {
  current ??= parseEnv(process.env);
  return current;
}
