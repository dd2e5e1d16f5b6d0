import { country } from '../country.ts';

/** No range is kept for fiction; a local number that begins with 000 is given to nobody. */
const phones = '+3120000:4, +3110000:4, +3130000:4, +3170000:4';

export const netherlands = country({
  code: 'NL',
  name: 'Nederland',
  share: 5,
  men: `Jan, Pieter, Daan, Sem, Bram, Thijs, Joost, Ruben, Sjoerd, Gijs, Maarten, Wouter, Hidde, Cornelis, Rachid, Jeroen, Bas,
    Koen, Lars, Teun`,
  women: `Emma, Sanne, Femke, Lotte, Anouk, Marieke, Fleur, Noor, Iris, Roos, Maaike, Saskia, Willemijn, Fatma, Esmée, Zoë,
    Annelies, Ilse, Jolanda, Mirjam`,
  families: `de Jong, Jansen, de Vries, van den Berg, Bakker, van Dijk, Visser, Smit, Meijer, de Boer, Mulder, de Groot, Bos, Vos,
    Peters, Hendriks, van Leeuwen, Dekker, Brouwer, de Wit, Dijkstra, van 't Hoff, El Amrani, Yıldız, Hoekstra,
    van der Meulen-Oosterhuis, Kuipers`,
  cities: `Amsterdam:10## AB, Rotterdam:30## CD, Utrecht:35## EF, Den Haag:25## GH, Eindhoven:56## JK, Groningen:97## LM,
    's-Hertogenbosch:52## NP, Leeuwarden:89## RS`,
  streets: `Dorpsstraat, Kerkstraat, Stationsweg, Molenweg, Julianalaan, Keizersgracht, Nieuwe Haven, Industrieweg`,
  address: '{street} {number}',
  phones,
  companyWords: `Zeewind, Polder, Tulpenveld, Waterland, Oranjehof, De Molen, Kustlijn, Noorderlicht, Veenendal, Reiger, Duinrand,
    Grachten, Rietveld, Schelde`,
  companyForms: 'B.V., N.V., V.O.F.',
  trades: `
    Software|Systemen|Digitaal
    Advies|Adviseurs|Partners
    Machinebouw|Techniek|Metaal
    Handel|Winkels|Groothandel
    Zorg|Klinieken|Medisch
    Financiën|Verzekeringen|Kapitaal
    Logistiek|Transport|Expeditie
    Bouw|Aannemers|Ingenieurs
    Media|Uitgeverij|Producties
    Energie|Zonnestroom|Wind
    Opleidingen|Academie|Instituut
    Hotels|Horeca|Reizen
    Telecom|Netwerken|Glasvezel`,
  titles: `Algemeen directeur@Management, Eigenaar@Management, Directeur verkoop@Sales, Hoofd inkoop@Purchasing,
    Marketing medewerker@Marketing, Systeembeheerder@IT, Boekhouder@Finance, Projectleider@Operations`,
});
