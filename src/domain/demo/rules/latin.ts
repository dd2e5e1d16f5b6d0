const greek = 'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o';
const ukrainian =
  'а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь= ю=iu я=ia';
const others = 'ß=ss ø=o æ=ae œ=oe ł=l đ=d ð=d þ=th ı=i';
const german = 'ä=ae ö=oe ü=ue';

const letters = (text: string) => new Map(text.split(' ').map((pair) => pair.split('=') as [string, string]));
const everywhere = letters(`${greek} ${ukrainian} ${others}`);
const inGerman = letters(german);

/** Small letters a–z, digits and single hyphens: what an e-mail address or a domain is made of. */
export function latin(text: string, country = ''): string {
  const written = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/ο[υύ]/g, 'ou')
    .replace(/[^ -~]/gu, (letter) => (country === 'DE' ? inGerman.get(letter) : undefined) ?? plain(letter));
  return written
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function plain(letter: string): string {
  const base = letter.normalize('NFKD').replace(/\p{M}/gu, '');
  return everywhere.get(letter) ?? everywhere.get(base) ?? base;
}
