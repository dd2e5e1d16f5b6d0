<<<<<<< HEAD
export { currencies as currenciesTexts } from './en/currencies.ts';
=======
export { deals as dealTexts } from './en/deals.ts';
>>>>>>> 3dbddaeea780d366f1e448299b4ace3025b567c1
export { deleted as deletedTexts } from './en/deleted.ts';
export { events as eventsTexts } from './en/events.ts';
export { fields as fieldsTexts } from './en/fields.ts';
export { home as homeTexts } from './en/home.ts';
export { intake as intakeTexts } from './en/intake.ts';
export { keys as keysTexts } from './en/keys.ts';
export { objects as objectsTexts } from './en/objects.ts';
export { pipelines as pipelinesTexts } from './en/pipelines.ts';
export { record as recordTexts } from './en/record.ts';
export { routing as routingTexts } from './en/routing.ts';
export { scoring as scoringTexts } from './en/scoring.ts';
export { settings as settingsTexts } from './en/settings.ts';
export { sortable as sortableTexts } from './en/sortable.ts';
export { en as texts } from './en.ts';
