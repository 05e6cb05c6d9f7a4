/** The registration desk's page: with script the paste box and the rows become one grid. */
import { openGrid } from './grid/open-grid.ts';

const form = document.querySelector('form[data-grid]');
if (form instanceof HTMLFormElement) openGrid(form);
