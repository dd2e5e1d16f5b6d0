const pairs = (text: string): [string, string][] =>
  text.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)] as [string, string]);

const letters: ReadonlyMap<string, string> = new Map([
  ...pairs(
    'аa бb вv гg дd еe ёe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ьy эe юyu яya',
  ),
  ...pairs('єye іi їyi ґg ўu ђdj јj љlj њnj ћc џdz ќk ѓg ѕdz әa ғg қk ңn өo ұu үu һh'),
  ...pairs('αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs τt υy φf χch ψps ωo'),
]);
const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Folded text with Cyrillic and Greek letters written in Latin ones, so that `Иванов` and `Ivanov` can be compared. Other scripts stay. */
export function romanise(folded: string): string {
  if (!foreign.test(folded)) return folded;
  let result = '';
  for (const letter of folded) result += letters.get(letter) ?? letter;
  return result;
}
