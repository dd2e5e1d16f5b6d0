const drawings = {
  people:
    'M38 46c0-8 6-13 13-13s13 5 13 13M51 26a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM14 46c0-7 5-11 11-11 3 0 6 1 8 3M25 30a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM8 54h62',
  company: 'M16 54V18l20-8v44M36 26h20v28M23 24h6M23 32h6M23 40h6M43 34h6M43 42h6M8 54h62',
  deal: 'M8 54h62M14 46V22h12v24M33 46V14h12v32M52 46V30h12v16M17 27h6M36 19h6M36 24h6M55 35h6',
  file: 'M24 54V10h20l10 10v34zM44 10v10h10M32 30h14M32 38h14M32 46h8',
  search: 'M34 44a16 16 0 1 0 0-32 16 16 0 0 0 0 32zM46 40l14 14M28 28h12',
  lock: 'M24 28h30v26H24zM30 28v-7a9 9 0 0 1 18 0v7M39 38v6',
  missing: 'M39 54c12 0 20-9 20-21S51 12 39 12s-20 9-20 21 8 21 20 21zM32 30h.1M46 30h.1M31 43c5-4 11-4 16 0',
  broken: 'M12 30h16l5-10 8 22 5-12h20M8 54h62',
  offline: 'M20 40a10 10 0 0 1 2-19 14 14 0 0 1 26-2 11 11 0 0 1 10 19M30 52l16-16M30 36l16 16',
  key: 'M30 40a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM40 30h24v8M54 30v6',
  bin: 'M24 20l3 34h24l3-34M18 20h42M32 20v-6a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v6M34 28l1 18M44 28l-1 18',
  clock: 'M39 54a21 21 0 1 0 0-42 21 21 0 0 0 0 42zM39 20v13l9 6',
} as const;

export type DrawingName = keyof typeof drawings;

/** The small line drawings of empty pages, all of one hand. */
export function Drawing({ name }: { name: DrawingName }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 78 64"
      className="h-16 fill-none stroke-mark"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
