/**
 * A path of our own to go back to, or the main page. Anything a browser could read as another site ("//evil",
 * "/\evil", "https:evil", control characters) becomes "/".
 */
export function localPath(value: unknown): string {
  if (typeof value !== 'string' || value.length > 500) return '/';
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(value) || value.includes('\\')) return '/';
  return value;
}
