/**
 * Settings come from the environment and are read once, here. Every missing or malformed one is named in one message.
 * TZ is ignored on purpose: the zone belongs to the event.
 */
import { isAbsolute, join, resolve } from 'node:path';

export type Config = {
  port: number;
  host: string;
  dataDir: string;
  databaseFile: string;
  secretKeyFile: string;
  smtpUrl: string | undefined;
  mailFrom: { name: string; address: string };
  /** Without a trailing slash. Every link that leaves the house starts with it, whatever the Host header says. */
  publicBaseUrl: string;
  isHttps: boolean;
};

export class ConfigError extends Error {}

type Environment = Record<string, string | undefined>;

export function readConfig(environment: Environment, root: string): Config {
  const problems: string[] = [];
  const setting = (name: string) => {
    const text = environment[name]?.trim();
    return text === '' ? undefined : text;
  };
  const port = readPort(setting('PORT'), problems);
  const host = setting('HOST') ?? '::';
  if (/[\s/]/.test(host)) problems.push(`HOST must be a host name or an address, not "${host}".`);
  const dataDir = resolve(root, setting('DATA_DIR') ?? 'data');
  if (setting('DATABASE_URL') !== undefined) {
    problems.push('DATABASE_URL: this version stores in DATA_DIR (SQLite) only; please leave it unset.');
  }
  const smtpUrl = readSmtpUrl(setting('SMTP_URL'), problems);
  const mailFrom = readMailFrom(setting('MAIL_FROM'), smtpUrl, problems);
  const publicBaseUrl = readBaseUrl(setting('PUBLIC_BASE_URL') ?? `http://localhost:${port}`, problems);
  const keyFile = setting('SECRET_KEY_FILE') ?? join(dataDir, 'secret.key');
  if (problems.length > 0)
    throw new ConfigError(`Settings that need a look:\n${problems.map((text) => `- ${text}`).join('\n')}`);
  return {
    port,
    host,
    dataDir,
    databaseFile: join(dataDir, 'dontiep.sqlite'),
    secretKeyFile: isAbsolute(keyFile) ? keyFile : resolve(root, keyFile),
    smtpUrl,
    mailFrom,
    publicBaseUrl,
    isHttps: publicBaseUrl.startsWith('https:'),
  };
}

function readPort(text: string | undefined, problems: string[]): number {
  if (text === undefined) return 3000;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) problems.push(`PORT must be a number from 0 to 65535, not "${text}".`);
  return port;
}

function readSmtpUrl(text: string | undefined, problems: string[]): string | undefined {
  if (text === undefined) return undefined;
  const isSmtp =
    URL.canParse(text) && ['smtp:', 'smtps:'].includes(new URL(text).protocol) && new URL(text).hostname !== '';
  if (!isSmtp) problems.push('SMTP_URL must look like smtps://user:password@mail.example.gov.vn:465.');
  return text;
}

function readMailFrom(text: string | undefined, smtpUrl: string | undefined, problems: string[]) {
  const fallback = { name: 'Đón tiếp', address: 'dontiep@example.gov.vn' };
  if (text === undefined) {
    if (smtpUrl !== undefined)
      problems.push('MAIL_FROM is needed with SMTP_URL, e.g. "Sở Nội vụ <moihop@example.gov.vn>".');
    return fallback;
  }
  const match = /^(?:"?([^"<>@]*?)"?\s*)?<?([^\s<>@]+@[^\s<>@]+)>?$/.exec(text);
  if (!match?.[2]) {
    problems.push(`MAIL_FROM must be an address or "Name <address>", not "${text}".`);
    return fallback;
  }
  return { name: match[1]?.trim() || fallback.name, address: match[2] };
}

function readBaseUrl(text: string, problems: string[]): string {
  const ok =
    URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol) && new URL(text).pathname === '/';
  if (!ok || /[?#]/.test(text)) {
    problems.push(`PUBLIC_BASE_URL must be an origin such as https://dontiep.example.gov.vn, not "${text}".`);
    return text;
  }
  return new URL(text).origin;
}
