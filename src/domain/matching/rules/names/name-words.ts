const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words before a name that are no part of it, folded and without full stops. */
export const titles = set(
  `mr mrs ms miss mx mister dr prof professor sir dame rev reverend herr frau hr mme mlle monsieur madame mademoiselle señor
  señora senor senora senorita srta sra dhr mevr mevrouw mw fru dott dottssa signor signora pani`,
);

/** Titles that are also names or initials, and so count only when a full stop follows. */
export const titlesWithStop = set(
  'm fr sr ing mag dipl sig sigra avv arq lic eng adv hon capt lt col gen sgt cdr maj st don',
);

/** Words behind a name, folded and without full stops. */
export const suffixes = set(
  'jr sr ii iii iv phd mba esq esquire dds dvm cpa cfa pmp llm llb msc bsc mphil dphil cissp',
);

/** Degrees that are also names, and so count only in capitals, with full stops or behind a comma. */
export const suffixesWhenMarked = set(
  'md ma ba bs ms jd do rn pe od dc edd psyd rph meng beng cfp cma acca fcca frcs obe mbe cbe v',
);

/** Words that begin a family name of several words. */
export const particles = set(
  `van von vom der den de del dela della delle dello degli di da do dos das du des la le los las lo al el ul bin ibn bint ter
  abu af av zu zum zur san santa st`,
);

/** Particles that are also first names or initials when they are capitalised. */
export const particlesInSmallLetters = set('ten te ben y e i und');

/** Particles that stay small when a name in capitals is repaired. */
export const smallParticles = set(
  'van von vom der den de del della di da do dos das du des bin ibn bint ter af av zu zum zur y und',
);
