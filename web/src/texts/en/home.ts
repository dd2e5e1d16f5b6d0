/** Texts of the first page. */
export const home = {
  hello: (name: string) => `Good to see you, ${name}`,
  hottest: 'Hottest contacts',
  allHot: 'See all',
  noHot: 'Nobody has a score yet.',
  imports: 'Latest imports',
  allImports: 'See all',
  numbers: { contacts: 'Contacts', accounts: 'Accounts', ready: 'Ready or hot' },
  start: 'Bring in your people',
  demo: 'Look around with demo data',
  demoText: '2,000 invented contacts and 300 accounts. They are taken away again with one click.',
  demoBusy: 'The demo data is being made.',
  removeDemo: 'Remove the demo data',
  demoLeaving: 'The demo data is being taken away.',
  ago: 'Your workspace',
};
