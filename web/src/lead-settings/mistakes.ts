import type { LeadSettings } from '../data/setup/lead-settings.ts';
import { leadSettingsTexts as words } from '../texts/index.ts';

const mostMinutes = 525_600;

/** What is wrong with the settings: with a status by its place, and with the other parts by their names. */
export function settingsMistakes(settings: LeadSettings): ReadonlyMap<number | string, string> {
  const { statuses, disqualificationReasons, answerWithinMinutes } = settings;
  const found = new Map<number | string, string>();
  const labels = statuses.map(({ label }) => label.trim().toLowerCase());
  for (const [at, label] of labels.entries()) {
    if (!label) found.set(at, words.mistakes.name);
    else if (labels.indexOf(label) !== at) found.set(at, words.mistakes.twice);
  }
  if (disqualificationReasons.length === 0) found.set('reasons', words.mistakes.reasons);
  for (const [tier, minutes] of Object.entries(answerWithinMinutes))
    if (!(Number.isInteger(minutes) && minutes >= 1 && minutes <= mostMinutes)) found.set(tier, words.mistakes.waiting);
  return found;
}
