/** The colors that a stage can have, by the names that the server keeps. */
export const stageColors: Readonly<Record<string, string>> = {
  slate: 'bg-stage-slate',
  blue: 'bg-stage-blue',
  violet: 'bg-stage-violet',
  amber: 'bg-stage-amber',
  teal: 'bg-stage-teal',
  pink: 'bg-stage-pink',
  orange: 'bg-stage-orange',
  cyan: 'bg-stage-cyan',
  green: 'bg-stage-green',
  red: 'bg-stage-red',
};

/** The fill of a stage; slate for a color that is none of ours. */
export const stageFill = (color: string): string => stageColors[color] ?? 'bg-stage-slate';
