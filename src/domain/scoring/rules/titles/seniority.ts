import type { SeniorityFactor } from '../model.ts';
import { phraseFinder } from '../text/phrases.ts';

export type SeniorityLevel = { level: string; score: number };

/**
 * A function that reads the level out of a job title; `undefined` when no phrase is found.
 * What comes after " to " is the person reported to, so "Assistant to the CEO" is no chief.
 */
export function seniorityFinder(factor: SeniorityFactor): (title: string) => SeniorityLevel | undefined {
  const find = phraseFinder(
    factor.levels.flatMap(({ level, score, phrases }) => phrases.map((phrase) => [phrase, { level, score }] as const)),
  );
  return (title) => {
    const boss = title.indexOf(' to ');
    return find(boss > 0 ? title.slice(0, boss) : title);
  };
}

const phrases = (text: string): string[] => text.split(',').map((phrase) => phrase.trim());

/** The longest phrase found decides: "product owner" is no owner, "vice president" no president. */
export const defaultSeniority: SeniorityFactor = {
  levels: [
    {
      level: 'Executive',
      score: 30,
      phrases: phrases(`
        ceo, cfo, cto, coo, cmo, cio, ciso, cpo, cro, cdo, chro, cco, cso, chief, president, chairman, chairwoman,
        chairperson, founder, co founder, cofounder, owner, proprietor, managing director, executive director,
        managing partner, founding partner, board member, geschäftsführer*, geschaeftsfuehrer*, geschäftsführung, geschäftsleitung, vorstand*,
        inhaber*, gründer*, pdg, président, présidente, directeur général, directrice générale, fondateur, fondatrice,
        gérant, gérante, director general, directora general, consejero delegado, consejera delegada, fundador, fundadora,
        propietario, propietaria, gerente general, amministratore delegato, amministratrice delegata, titolare, fondatore,
        fondatrice, algemeen directeur, eigenaar, oprichter, prezes*, właściciel*, założyciel*, diretor executivo,
        diretora executiva, sócio fundador, sócia fundadora, presidente, vd, verkställande direktör, grundare, ägare,
        *代表取締役*, *社長*, الرئيس التنفيذي, المدير العام, διευθύνων σύμβουλος, διευθύνουσα σύμβουλος, генеральний директор,
        генеральна директорка, засновник, засновниця`),
    },
    {
      level: 'Vice president',
      score: 27,
      phrases: phrases(
        'vp, svp, evp, avp, vice president, senior vice president, executive vice president, assistant vice president',
      ),
    },
    {
      level: 'Director',
      score: 24,
      phrases: phrases(`
        director, directora, head, chief of staff, head of, bereichsleiter*, abteilungsleiter*, vertriebsleiter*, prokurist*,
        directeur, directrice, direttore, direttrice, dyrektor*, diretor, diretora, direktör,
        *部長*, نائب الرئيس, διευθυντής, διευθύντρια, директор, директорка`),
    },
    {
      level: 'Manager',
      score: 17,
      phrases: phrases(`
        manager, supervisor, team lead, team leader, teamlead, *leiter, *leiterin, *leitung, responsable, chef, *chef, gerente, jefe, jefa,
        responsabile, kierownik*, kierowniczka, coordenador, coordenadora, *課長*, مدير, مديرة, προϊστάμενος, керівник*`),
    },
    {
      level: 'Senior specialist',
      score: 11,
      phrases: phrases(`
        senior, sr, principal, lead, staff engineer, architect, product owner, process owner, account manager,
        key account manager, office manager, community manager, social media manager, controller, *主任*`),
    },
    {
      level: 'Assistant or trainee',
      score: 2,
      phrases: phrases(`
        assistant, executive assistant, personal assistant, assistant manager, management assistant, secretary, intern,
        internship, trainee, apprentice, working student, student, assistent*, assistenz der geschäftsführung,
        assistentin der geschäftsführung, assistent der geschäftsführung, assistenz, praktikant*, werkstudent*, auszubildende*,
        assistante, assistante de direction, stagiaire, alternant, alternante, asistente, becario, becaria, prácticas,
        assistente, tirocinante, stagista, stażyst*, asystent*, estagiário, estagiária, praktikant`),
    },
  ],
  other: 6,
};
