/** Small builders: text goes in as text, never as markup. */
type Child = Node | string | false | undefined;
type Attributes = Record<string, string | false | undefined>;

export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  return build(document.createElement(tag), attributes, children);
}

export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  return build(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function build<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return element;
}

export type Icon = (name: string, className?: string) => SVGElement;

/** Icons of the sprite that the page names. */
export const iconsOf =
  (sprite: string): Icon =>
  (name, className = 'ic') =>
    svg('svg', { class: className, 'aria-hidden': 'true' }, svg('use', { href: `${sprite}#${name}` }));

export function button(
  { className, onClick, label }: { className: string; onClick: () => void; label?: string },
  ...children: Child[]
): HTMLButtonElement {
  const element = el('button', { type: 'button', class: className, 'aria-label': label }, ...children);
  element.addEventListener('click', onClick);
  return element;
}
