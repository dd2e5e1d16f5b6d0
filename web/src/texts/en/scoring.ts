import { counted } from '../plural.ts';

const points = (value: number) => {
  const shown = Math.abs(value) >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
  return counted(shown, 'point', 'points');
};

/** Texts of the editor of the scoring model. */
export const scoring = {
  title: 'Scoring',
  text: 'How a contact comes to its score. Every point has a reason that people can read on the contact.',
  points,
  weights: {
    title: 'Weights',
    text: 'Of 100 points, how many each part can give.',
    between: (left: string, right: string) => `Between ${left.toLowerCase()} and ${right.toLowerCase()}`,
    fill: (intent: number) => `Set intent to ${intent}`,
    parts: {
      firmographic: 'Fit: who they are',
      behavioral: 'Behavior: what they do',
      intent: 'Intent: signs of buying',
    },
  },
  tiers: {
    title: 'Tiers and grades',
    text: 'From which score on somebody is called what.',
    from: (name: string) => `${name} from`,
    grade: (letter: string) => `${letter} from`,
    scale: (words: string) => `The scale of tiers: ${words}`,
    range: (from: number, to: number, name: string) => `${from} to ${to} ${name.toLowerCase()}`,
    rest: 'Below warm is cold; a grade below D is F.',
  },
  window: {
    title: 'Time',
    label: 'Days that count',
    hint: 'Older activities are not looked at.',
  },
  fit: {
    title: 'Fit',
    text: 'What the contact and the company are.',
    factors: {
      employeeCount: 'Employees',
      annualRevenue: 'Annual revenue',
      industry: 'Industry',
      titleSeniority: 'Seniority in the job title',
      department: 'Department',
      country: 'Country',
    },
    upTo: (most: number) => `up to ${points(most)}`,
    off: 'not counted',
    count: (label: string) => `Count ${label.toLowerCase()}`,
    from: 'From',
    to: 'To',
    andMore: 'and more',
    points: 'Points',
    value: 'Value',
    level: 'Level',
    phrases: 'Words in the job title, between commas',
    other: 'Anything else',
    add: { range: 'Add a range', value: 'Add a value', level: 'Add a level' },
    remove: (label: string) => `Remove ${label}`,
    row: (row: number) => `row ${row}`,
    sum: (sum: number) =>
      sum >= 100
        ? 'Who fits in everything has the full 100 points of fit.'
        : `Who fits in everything has ${sum} of 100 points of fit.`,
  },
  activity: {
    behavioral: { title: 'Behavior', text: 'What people do. Each activity fades evenly until it counts no more.' },
    intent: { title: 'Intent', text: 'What points to buying soon.' },
    factor: 'Activity',
    points: 'Points',
    decay: 'Fades over',
    days: 'days',
    max: 'At most',
    noMax: 'no limit',
    types: 'Types of activities that count, between commas',
    one: 'Said of one',
    many: 'Said of several, {count} is the number',
    add: 'Add an activity',
    name: 'Name',
    nameTaken: 'There is one of this name already.',
    remove: (name: string) => `Remove “${name}”`,
    details: (name: string) => `More about “${name}”`,
    of: (what: string, name: string) => `${what}, ${name}`,
    says: (one: number, half: number, days: number) =>
      `One today adds ${points(one)} to the score, half of that after ${counted(half, 'day', 'days')}, nothing after ${days}.`,
    full: (count: number) => `From the ${ordinal(count)} on no more is added.`,
    nothing: 'Adds nothing to the score.',
  },
  explain: {
    title: 'In words',
    weights: (fit: number, behavior: number, intent: number) =>
      `Who somebody is gives up to ${fit} of 100 points, what they do up to ${behavior}, and signs of buying up to ${intent}.`,
    tiers: (ready: number, hot: number, warm: number) =>
      `From ${ready} on a contact is sales ready, from ${hot} hot, from ${warm} warm.`,
    examples: 'For example',
    fit: 'Fits in everything, has done nothing',
    fitAnd: (what: string) => `The same, and: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    fitAndBoth: (what: string) => `And today also: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    later: (days: number) => `${days} days later, without anything new`,
    unfit: (what: string) => `Fits in nothing, but: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    score: (score: number, tier: string) => `${score} · ${tier}`,
  },
  preview: {
    title: 'What would change',
    text: 'Find out who would go from one tier to another before you save.',
    begin: 'Show who would move',
    looking: 'Scoring everybody by the changed model',
    draft: (name: string) => `Draft of ${name}`,
    nobody: (all: number) => `None of ${counted(all, 'contact', 'contacts')} would change the tier.`,
    some: (moved: number, all: number) =>
      `${counted(moved, 'contact', 'contacts')} of ${all.toLocaleString(navigator.language)} would change the tier.`,
    move: (count: number, from: string, to: string) => `${counted(count, 'person', 'people')} from ${from} to ${to}`,
    average: (before: number, after: number) => `The average score goes from ${before} to ${after}.`,
  },
  versions: {
    title: 'Versions',
    text: 'Every change of the model is kept, and can be put back.',
    version: (version: number) => `Version ${version}`,
    inUse: 'in use',
    again: 'Use again',
    backTo: (version: number) => `Use version ${version} again`,
    back: (version: number) => `The model is as in version ${version} again. All contacts are being scored anew.`,
    sections: {
      weights: 'weights',
      thresholds: 'tiers',
      grades: 'grades',
      activityWindowDays: 'days that count',
      firmographic: 'fit',
      behavioral: 'behavior',
      intent: 'intent',
    },
  },
  bar: {
    unsaved: 'Not saved yet',
    wrong: (count: number) => `${counted(count, 'value needs', 'values need')} another look`,
    discard: 'Discard',
    save: 'Save and score anew',
    saved: 'Saved. All contacts are being scored anew.',
    undone: 'The model from before is back.',
    theirs: 'Somebody else saved a model meanwhile.',
    takeTheirs: 'Take theirs',
    saveMine: 'Save mine',
  },
  mistakes: {
    sum: (sum: number) => `The weights add up to ${sum} and must add up to 100.`,
    points: 'A number from 0 to 100 is needed.',
    thresholds: 'Sales ready must be above hot, and hot above warm.',
    grades: 'A must be above B, B above C, and C above D.',
    days: 'A number of days from 1 to 365 is needed.',
    window: (days: number, window: number) => `It fades over ${days} days, but only ${window} days are looked at.`,
    range: 'A range begins at 0 or above and ends after it begins.',
    overlap: 'Two ranges overlap.',
  },
};

function ordinal(count: number): string {
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(count);
  return `${count}${{ one: 'st', two: 'nd', few: 'rd' }[rule as string] ?? 'th'}`;
}
