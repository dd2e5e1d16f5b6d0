/** The list of keys. */
export const keys = {
  title: 'Keyboard shortcuts',
  groups: [
    {
      title: 'Everywhere',
      keys: [
        ['mod+k', 'Search or run'],
        ['mod+z', 'Undo the last change'],
        ['g h', 'Go to home'],
        ['g t', 'Go to tasks'],
        ['g l', 'Go to leads'],
        ['g d', 'Go to deals'],
        ['g c', 'Go to contacts'],
        ['g a', 'Go to accounts'],
        ['g i', 'Go to imports'],
        ['g s', 'Go to settings'],
        ['mod+shift+l', 'Light or dark'],
        ['?', 'This list'],
      ],
    },
    {
      title: 'Lists',
      keys: [
        ['j', 'Next row'],
        ['k', 'Previous row'],
        ['enter', 'Open'],
        ['e', 'Edit the cell'],
        ['x', 'Select'],
        ['shift+j', 'Select downwards'],
        ['mod+a', 'Select all'],
        ['/', 'Search in the list'],
        ['f', 'Filter'],
        ['c', 'Create'],
        ['alt+right', 'Widen the column'],
      ],
    },
    {
      title: 'Tasks',
      keys: [
        ['x', 'Done'],
        ['e', 'Change'],
        ['o', 'Open what it is about'],
        ['c', 'Add a task'],
      ],
    },
    {
      title: 'Inbox of leads',
      keys: [
        ['e', 'Accept'],
        ['x', 'Give back'],
        ['d', 'Make a deal'],
      ],
    },
    {
      title: 'Board of deals',
      keys: [
        ['space', 'Pick up the deal'],
        ['right', 'Move it to the next stage'],
        ['enter', 'Drop it'],
        ['escape', 'Leave it where it was'],
      ],
    },
    {
      title: 'While editing',
      keys: [
        ['tab', 'Save, and on to the next field'],
        ['escape', 'Leave it as it was'],
      ],
    },
    {
      title: 'On a record',
      keys: [
        ['shift+up', 'Previous record of the list'],
        ['shift+down', 'Next record of the list'],
        ['n', 'Write a note'],
      ],
    },
  ] as { title: string; keys: [string, string][] }[],
};
