export { home as homeTexts } from './en/home.ts';
export { intake as intakeTexts } from './en/intake.ts';
export { keys as keysTexts } from './en/keys.ts';
export { record as recordTexts } from './en/record.ts';
export { settings as settingsTexts } from './en/settings.ts';
export { en as texts } from './en.ts';
