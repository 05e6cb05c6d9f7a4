/**
 * A form that was sent after the session had ended. It is carried along while the person signs in again and then sent
 * once more, so that a list which took half an hour to fix is not lost with the click that should have kept it.
 */
import type { Request } from 'express';
import { z } from 'zod';
import { localPath } from './local-path.ts';

export type KeptForm = { path: string; fields: [name: string, value: string][] };

/** The form that signs in takes two megabytes and has a few fields of its own. */
const MOST_BYTES = 1_900_000;

/** A new password is typed again rather than carried about. */
const SECRETS = ['password', 'current', 'repeat'];

const body = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const keptShape = z.object({ path: z.string(), fields: z.array(z.tuple([z.string(), z.string()])) });

/** The form of a request as text to be carried; undefined when there is none, it is secret, or too large. */
export function keepForm(req: Request): string | undefined {
  if (req.method !== 'POST' || !req.is('urlencoded')) return undefined;
  const { data } = body.safeParse({ ...req.body });
  const path = localPath(req.originalUrl);
  if (!data || path === '/' || SECRETS.some((name) => Object.hasOwn(data, name))) return undefined;
  const fields = Object.entries(data).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const kept = JSON.stringify({ path, fields });
  return new URLSearchParams({ kept }).toString().length > MOST_BYTES ? undefined : kept;
}

/** The form again; undefined for text that is none, or leads away from here. */
export function readKeptForm(text: string): KeptForm | undefined {
  if (text === '') return undefined;
  try {
    const kept = keptShape.parse(JSON.parse(text));
    return localPath(kept.path) === kept.path ? kept : undefined;
  } catch {
    return undefined;
  }
}
