/** An icon of the sprite; `href` is what the server's `icon()` gives. */
export function iconElement(href: string): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('class', 'ic');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(namespace, 'use');
  use.setAttribute('href', href);
  svg.append(use);
  return svg;
}
