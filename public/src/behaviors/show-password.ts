/** Puts a button beside a password field that shows what was typed. Settings: data-show, data-hide, data-icon. */
import { iconElement } from './icon.ts';

export function showPassword(box: HTMLElement): void {
  const input = box.querySelector('input');
  const { show = '', hide = '', icon = '' } = box.dataset;
  if (!input) return;

  const button = document.createElement('button');
  const words = document.createElement('span');
  button.type = 'button';
  button.className = 'btn';
  button.append(iconElement(icon), words);

  const turn = (isShown: boolean) => {
    input.type = isShown ? 'text' : 'password';
    words.textContent = isShown ? hide : show;
    button.setAttribute('aria-pressed', String(isShown));
  };
  button.addEventListener('click', () => turn(input.type === 'password'));
  // A shown password would be offered by the browser next time as ordinary text.
  input.form?.addEventListener('submit', () => turn(false));

  turn(false);
  box.classList.add('has-button');
  box.append(button);
}
