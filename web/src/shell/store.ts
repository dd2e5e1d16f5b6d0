import { useSyncExternalStore } from 'react';

export interface Store<State> {
  get: () => State;
  set: (next: State) => void;
  use: () => State;
}

/** A small piece of state that several parts of the frame share. */
export function createStore<State>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  const get = () => state;
  const subscribe = (changed: () => void) => {
    listeners.add(changed);
    return () => {
      listeners.delete(changed);
    };
  };
  return {
    get,
    set: (next) => {
      if (Object.is(next, state)) return;
      state = next;
      for (const changed of listeners) changed();
    },
    use: () => useSyncExternalStore(subscribe, get),
  };
}
