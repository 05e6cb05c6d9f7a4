import { join } from 'node:path';
import ejs from 'ejs';
import { root } from '../root.ts';

const views = join(root, 'views', 'mail');

const render = (file: string, model: object, options: ejs.Options): Promise<string> =>
  ejs.renderFile(join(views, `${file}.ejs`), model, {
    root: views,
    cache: true,
    _with: false,
    localsName: 'it',
    ...options,
  });

/** `views/mail/<letter>.html.ejs`, with everything a person typed escaped and without the indentation of the view. */
export const renderHtml = (letter: string, model: object): Promise<string> =>
  render(`${letter}.html`, model, { rmWhitespace: true });

const asItIs = (text: unknown): string => String(text ?? '');

/** A plain part: `<` stays `<`, because nothing reads it as markup. */
export const renderPlain = async (letter: string, part: 'subject' | 'text', model: object): Promise<string> =>
  (await render(`${letter}.${part}`, model, { escape: asItIs })).trim();
