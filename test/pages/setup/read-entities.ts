const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

export const readEntities = (text: string): string =>
  text.replace(/&(#\d+|amp|lt|gt|quot);/g, (_, name: string) =>
    name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (NAMED[name] ?? ''),
  );
