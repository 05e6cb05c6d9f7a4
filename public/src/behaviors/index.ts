/** One small function per `data-behavior`; each file is one idea. */
export type Behavior = (element: HTMLElement) => void;

export const behaviors: Record<string, Behavior> = {};
