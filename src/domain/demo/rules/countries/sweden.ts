import { country } from '../country.ts';

/** Post- och telestyrelsen keeps these for fiction. */
const phones = [
  '+463139006:2, +464062804:2, +468465004:2, +469803192:2',
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `+467017406${digit}:1`),
].join(',');

export const sweden = country({
  code: 'SE',
  name: 'Sverige',
  share: 4,
  men: `Erik, Lars, Karl, Anders, Johan, Per, Nils, Gustav, Björn, Mikael, Håkan, Göran, Åke, Olof, Sven, Viktor, Hampus, Reza`,
  women: `Anna, Eva, Maria, Karin, Kristina, Lena, Kerstin, Sofia, Elin, Åsa, Ingrid, Märta, Linnéa, Ebba, Astrid, Malin, Tuva,
    Samira`,
  families: `Andersson, Johansson, Karlsson, Nilsson, Eriksson, Larsson, Olsson, Persson, Svensson, Gustafsson, Pettersson,
    Lindberg, Lindström, Sjöberg, Åkesson, Öberg, Håkansson, Bergqvist, Nyström, Ahlgren, Björklund, Hosseini`,
  cities: `Stockholm:11# ##, Göteborg:41# ##, Malmö:21# ##, Uppsala:75# ##, Linköping:58# ##, Örebro:70# ##, Umeå:90# ##`,
  streets: `Storgatan, Drottninggatan, Kungsgatan, Skolgatan, Björkvägen, Hamngatan, Ängsvägen`,
  address: '{street} {number}',
  phones,
  companyWords: `Norrsken, Björkdal, Fjällvind, Gotska, Havsörn, Lingon, Mälar, Polstjärnan, Skärgård, Älvdal, Tranan, Vinter`,
  companyForms: 'AB, HB',
  trades: `
    Mjukvara|System|Data
    Konsult|Rådgivning|Partner
    Verkstad|Industri|Mekanik
    Handel|Butiker|Grossist
    Vård|Kliniker|Medicin
    Finans|Försäkring|Kapital
    Logistik|Frakt|Transport
    Bygg|Entreprenad|Teknik
    Media|Förlag|Produktion
    Energi|Vindkraft|Sol
    Utbildning|Akademi|Skola
    Hotell|Restaurang|Resor
    Telekom|Nät|Fiber`,
  titles: `VD@Management, Försäljningschef@Sales, Inköpschef@Purchasing, Marknadskoordinator@Marketing, Ekonomichef@Finance,
    Systemutvecklare@Engineering`,
});
