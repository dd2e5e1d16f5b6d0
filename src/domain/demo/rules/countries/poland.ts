import { country } from '../country.ts';

/** No range is kept for fiction; a local number that begins with 000 is given to nobody. */
const phones = '+4822000:4, +4812000:4, +4861000:4, +4871000:4';

export const poland = country({
  code: 'PL',
  name: 'Polska',
  share: 5,
  men: `Piotr, Krzysztof, Andrzej, Tomasz, Paweł, Michał, Marcin, Łukasz, Jakub, Mateusz, Grzegorz, Wojciech, Zbigniew, Bartosz,
    Rafał, Stanisław, Szymon, Przemysław`,
  women: `Anna, Katarzyna, Małgorzata, Agnieszka, Barbara, Ewa, Magdalena, Joanna, Zofia, Aleksandra, Żaneta, Grażyna, Elżbieta,
    Weronika, Dorota, Kinga, Łucja, Oliwia`,
  families: `Nowak, Kowalski/Kowalska, Wiśniewski/Wiśniewska, Wójcik, Kowalczyk, Kamiński/Kamińska, Lewandowski/Lewandowska,
    Zieliński/Zielińska, Szymański/Szymańska, Woźniak, Dąbrowski/Dąbrowska, Kozłowski/Kozłowska, Jankowski/Jankowska, Mazur,
    Krawczyk, Grabowski/Grabowska, Pawłowski/Pawłowska, Michalski/Michalska, Król, Wróbel, Zając, Brzęczyszczykiewicz, Śliwa`,
  cities: `Warszawa:00-###, Kraków:30-###, Łódź:90-###, Wrocław:50-###, Poznań:60-###, Gdańsk:80-###, Lublin:20-###,
    Rzeszów:35-###`,
  streets: `ul. Polna, ul. Leśna, ul. Słoneczna, ul. Krótka, ul. Szkolna, al. Jana Pawła II, ul. Ogrodowa, ul. Długa`,
  address: '{street} {number}',
  phones,
  companyWords: `Bursztyn, Dębowa, Jantar, Kasztan, Mazury, Orzeł, Piast, Sokół, Tatry, Wisła, Zorza, Jarzębina, Gródek, Świt`,
  companyForms: 'Sp. z o.o., S.A., Sp. k.',
  trades: `
    Oprogramowanie|Systemy|Informatyka
    Doradztwo|Konsulting|Kancelaria
    Maszyny|Zakłady|Metal
    Handel|Sklepy|Hurtownia
    Zdrowie|Kliniki|Medyczne
    Finanse|Ubezpieczenia|Kapitał
    Logistyka|Transport|Spedycja
    Budownictwo|Budowa|Inżynieria
    Media|Wydawnictwo|Studio
    Energia|Elektrownie|Fotowoltaika
    Akademia|Szkolenia|Instytut
    Hotele|Gastronomia|Podróże
    Telekomunikacja|Sieci|Światłowody`,
  titles: `Prezes zarządu@Management, Właściciel/Właścicielka@Management, Dyrektor handlowy/Dyrektorka handlowa@Sales,
    Kierownik sprzedaży/Kierowniczka sprzedaży@Sales, Specjalista ds. marketingu/Specjalistka ds. marketingu@Marketing,
    Główny księgowy/Główna księgowa@Finance, Kierownik zakupów/Kierowniczka zakupów@Purchasing, Informatyk/Informatyczka@IT,
    Asystent zarządu/Asystentka zarządu@Management`,
});
