import { country } from '../country.ts';

/** The Bundesnetzagentur keeps these for films and books (Amtsblatt 7/2021, Mitteilung 148). */
const phones = `+493023125:3, +494066969:3, +492214710:3, +496990009:3, +498999998:3, +4917139200:2, +49176040690:2`;

export const germany = country({
  code: 'DE',
  name: 'Deutschland',
  share: 13,
  men: `Thomas, Michael, Andreas, Stefan, Jürgen, Wolfgang, Klaus, Matthias, Jörg, Uwe, Lukas, Felix, Jonas, Maximilian, Paul,
    Tobias, Björn, Mehmet, Emre, Sebastian, Florian, Hans-Peter, Karl-Heinz, Götz, Veit`,
  women: `Sabine, Petra, Monika, Claudia, Susanne, Birgit, Anna, Lena, Julia, Katharina, Franziska, Ayşe, Heike, Ulrike,
    Jördis, Käthe, Johanna, Miriam, Svenja, Anneliese, Marie-Luise, Friederike, Gül, Nadine, Antje`,
  families: `Müller, Schmidt, Schneider, Fischer, Weber, Meyer, Wagner, Becker, Schulz, Hoffmann, Schäfer, Koch, Bauer, Richter,
    Klein, Wolf, Schröder, Neumann, Schwarz, Zimmermann, Braun, Krüger, Hofmann, Hartmann, Lange, Yılmaz, Öztürk, Köhler,
    Weiß, Jäger, Vogel, Böhm, Großkopf, von der Heide, Ebersbach, Kühn-Lindemann, Tränkner, Süßmilch`,
  cities: `Berlin:10###:Berlin, Hamburg:20###:Hamburg, München:80###:Bayern, Köln:50###:Nordrhein-Westfalen,
    Frankfurt am Main:60###:Hessen, Stuttgart:70###:Baden-Württemberg, Leipzig:04###:Sachsen, Nürnberg:90###:Bayern,
    Bremen:28###:Bremen, Münster:48###:Nordrhein-Westfalen, Freiburg im Breisgau:79###:Baden-Württemberg`,
  streets: `Hauptstraße, Bahnhofstraße, Gartenweg, Lindenallee, Schillerstraße, Industriestraße, Am Markt, Mühlenweg,
    Goethestraße, An der Alten Ziegelei`,
  address: '{street} {number}',
  phones,
  companyWords: `Nordwind, Rheinblick, Eichenhof, Adlerstein, Morgentau, Harzer, Silberbach, Elbtal, Sonnenberg, Falkenau,
    Lindenthal, Steinfurt, Kranich, Wiesengrund, Havelland, Birkenfeld, Sturmvogel, Taunus, Rotbuche, Wattenmeer`,
  companyForms: 'GmbH, AG, GmbH & Co. KG, UG, KG, SE',
  trades: `
    Software|Systemhaus|Digital
    Beratung|Consulting|Treuhand
    Maschinenbau|Werkzeuge|Feinmechanik|Metallbau
    Handel|Warenhaus|Versand
    Medizintechnik|Kliniken|Pflege
    Finanz|Versicherungen|Kapital
    Logistik|Spedition|Transporte
    Bau|Hochbau|Ingenieure
    Verlag|Medien|Film
    Energie|Solar|Stadtwerke
    Akademie|Bildung|Sprachschule
    Hotels|Gastronomie|Reisen
    Telekom|Netze|Funktechnik`,
  titles: `Geschäftsführer/Geschäftsführerin@Management, Vertriebsleiter/Vertriebsleiterin@Sales,
    Einkäufer/Einkäuferin@Purchasing, Leiter Einkauf/Leiterin Einkauf@Purchasing, Leiter IT/Leiterin IT@IT,
    Referent Marketing/Referentin Marketing@Marketing, Assistent der Geschäftsführung/Assistentin der Geschäftsführung@Management,
    Sachbearbeiter Buchhaltung/Sachbearbeiterin Buchhaltung@Finance, Personalreferent/Personalreferentin@Human Resources,
    Werkstudent Marketing/Werkstudentin Marketing@Marketing, Projektleiter/Projektleiterin@Operations,
    Softwareentwickler/Softwareentwicklerin@Engineering`,
});
