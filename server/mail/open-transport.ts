/**
 * How letters leave: through the office's mail server when SMTP_URL names one, else as files to open from "Thư đi".
 * Everything else is the same for both.
 */
import type { Context } from '../context.ts';
import { fileTransport } from './file-transport.ts';
import { smtpTransport } from './smtp-transport.ts';
import type { Transport } from './transport.ts';

export const openTransport = (context: Pick<Context, 'config' | 'now'>): Transport =>
  context.config.smtpUrl === undefined ? fileTransport(context) : smtpTransport(context, context.config.smtpUrl);
