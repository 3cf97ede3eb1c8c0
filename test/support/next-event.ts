interface EventClass<Fired extends Event> {
  readonly type: string;
  new (...parameters: never[]): Fired;
}

/** Resolves with the next event of a class that reaches a target. */
export const nextEvent = <Fired extends Event>(target: EventTarget, {type}: EventClass<Fired>): Promise<Fired> =>
  new Promise(resolve => target.addEventListener(type, event => resolve(event as Fired), {once: true}));
