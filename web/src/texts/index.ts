export { intake as intakeTexts } from './en/intake.ts';
export { settings as settingsTexts } from './en/settings.ts';
export { en as texts } from './en.ts';
