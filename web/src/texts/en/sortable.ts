/** Texts of lists that are put in order by hand. */
export const sortable = {
  move: (name: string) => `Move ${name}`,
  how: 'Drag, or press the arrow keys',
  moved: (name: string, place: number, count: number) => `${name} is now ${place} of ${count}.`,
};
