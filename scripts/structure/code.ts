/** Reads TypeScript only as far as needed to tell code from comments and from what stands in quotes. */

export type Code = {
  /** As long as the text, with its line ends: comments are blank, quoted text is its quotes around strokes. */
  code: string;
};

/** What a slash may follow when it begins a regular expression. */
const BEFORE_EXPRESSION = /(?:^|[([{},;:=!&|?+\-*%~^<>]|\b(?:return|typeof|case|in|of|do|else|await|yield|void))\s*$/;
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const QUOTED = /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y;
const EXPRESSION = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
/** Of a template, up to its end or to the next value in it. */
const TEMPLATE = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/y;

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
/** Lines of a long text are no comments: their characters leave a trace. */
const hidden = (text: string): string => text.replace(/\S/g, '_');
const inQuotes = (text: string): string => text.charAt(0) + hidden(text.slice(1, -1)) + text.slice(-1);

export function readCode(text: string): Code {
  let code = '';
  let at = 0;
  /** For every open template, how many braces are open in the value that is being read. */
  const templates: number[] = [];
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const add = (found: string, shown: string) => {
    code += shown;
    at += found.length;
  };
  const addTemplate = () => {
    const part = take(TEMPLATE) ?? text.slice(at);
    const isValue = part.endsWith('${');
    add(part, isValue ? `${hidden(part.slice(0, -1))}{` : `${hidden(part.slice(0, -1))}${part.slice(-1)}`);
    if (isValue) templates.push(0);
  };
  while (at < text.length) {
    const one = text.charAt(at);
    const comment = one === '/' ? take(COMMENT) : undefined;
    const quoted = one === "'" || one === '"' ? take(QUOTED) : undefined;
    const expression = one === '/' && BEFORE_EXPRESSION.test(code.slice(-40)) ? take(EXPRESSION) : undefined;
    const open = templates.at(-1);
    if (comment !== undefined) add(comment, blank(comment));
    else if (quoted !== undefined) add(quoted, inQuotes(quoted));
    else if (expression !== undefined) add(expression, inQuotes(expression));
    else if (one === '`') {
      add(one, one);
      addTemplate();
    } else if (one === '}' && open === 0) {
      templates.pop();
      add(one, one);
      addTemplate();
    } else {
      if (open !== undefined && (one === '{' || one === '}')) {
        templates[templates.length - 1] = open + (one === '{' ? 1 : -1);
      }
      add(one, one);
    }
  }
  return { code };
}
