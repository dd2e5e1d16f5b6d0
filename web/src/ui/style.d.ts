import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Custom properties, as `--tracks`. */
    [name: `--${string}`]: string | number | undefined;
  }
}
