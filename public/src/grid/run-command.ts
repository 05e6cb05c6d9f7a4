/** Carries out what a key asked for. */
import type { Actions } from './actions.ts';
import type { Command } from './keys.ts';
import type { Model } from './model.ts';
import * as select from './selection.ts';

export type Leaving = { save: () => void; check: () => void; leave: () => void };

/** Gives a function that is true when the key was ours, and false when the browser shall have it. */
export function commandRunner(
  { model, actions }: { model: Model; actions: Actions },
  leaving: Leaving,
): (command: Command) => boolean {
  /** Where a row of Tabs began: Enter then starts the next row there. */
  let tabbedFrom: number | undefined;

  function tab(isBack: boolean): boolean {
    const from = tabbedFrom ?? model.cursor().column;
    actions.commit();
    const to = select.tabbed(model.cursor(), isBack, model.rows().length);
    if (!to) return false;
    actions.go(select.at(to));
    tabbedFrom = isBack ? undefined : from;
    return true;
  }

  function enter(isBack: boolean): void {
    const column = tabbedFrom ?? model.cursor().column;
    actions.commit();
    actions.go(select.at(select.moved({ row: model.cursor().row, column }, isBack ? 'up' : 'down', model.size())));
  }

  function move(step: select.Step, isExtending: boolean): void {
    const to = select.moved(model.cursor(), step, model.size());
    if (isExtending) actions.extend(to);
    else actions.go(select.at(to));
  }

  function leave(way: keyof Leaving): void {
    actions.commit();
    leaving[way]();
  }

  const others: Record<Exclude<Command['kind'], 'move' | 'tab' | 'enter'>, () => void> = {
    edit: actions.edit,
    cancel: actions.cancel,
    clear: actions.clear,
    undo: () => actions.travel('undo'),
    redo: () => actions.travel('redo'),
    fill_down: actions.fillDown,
    select_rows: () => actions.go(select.wholeRows(model.block())),
    select_all: () => actions.go(select.everything(model.size().lastFilled + 1)),
    save: () => leave('save'),
    check: () => leave('check'),
    leave: () => leave('leave'),
  };

  return (command) => {
    if (command.kind === 'tab') return tab(command.isBack);
    if (command.kind === 'move') move(command.step, command.extends);
    else if (command.kind === 'enter') enter(command.isBack);
    else others[command.kind]();
    tabbedFrom = undefined;
    return true;
  };
}
