import { fold, quoted } from '#platform/text';
import { bad, good, type Normalised } from '../normalised.ts';

const yes = new Set(
  `yes y true t 1 on x ✓ ✔ ☑ ja j jawohl wahr oui o vrai si s verdadero verdad vero sim verdadeiro tak prawda ano evet
  igen kylla да ναι opt-in optin opted-in subscribed granted accepted agreed consented active enabled checked はい 是 예 نعم כן`.split(
    /\s+/,
  ),
);
const no = new Set(
  `no n false f 0 off ✗ ✘ ☐ nein nee falsch non faux falso nao nie falsz ne hayir nem ei nej нет οχι opt-out optout
  opted-out unsubscribed denied declined refused revoked withdrawn inactive disabled unchecked never いいえ 否 아니요 لا לא`.split(
    /\s+/,
  ),
);

/** Yes or no as it is written in some twenty languages, as a number, or as a tick. */
export function normaliseYesNo(text: string): Normalised<boolean> {
  const word = fold(text.trim().slice(0, 40));
  if (yes.has(word)) return good(true);
  if (no.has(word)) return good(false);
  return bad(`${quoted(text)} is neither yes nor no.`);
}
