import { foldWords } from '#platform/text';

/** What a column is compared as. `ignored` says nothing about who or what a record is. */
export type ColumnKind =
  | 'firstName'
  | 'lastName'
  | 'fullName'
  | 'company'
  | 'email'
  | 'phone'
  | 'date'
  | 'country'
  | 'domain'
  | 'postcode'
  | 'street'
  | 'category'
  | 'code'
  | 'number'
  | 'word'
  | 'phrase'
  | 'ignored';

const list = (words: string): string[] => words.split(/\s*\|\s*/);

/** Headers as people write them, folded. The first kind whose words a header has is taken. */
const headers: readonly (readonly [ColumnKind, readonly string[]])[] = [
  [
    'ignored',
    list(
      `id | uuid | guid | row | index | record | rec id | record id | unique id | entity id | customer id | contact id | cluster | cluster id | entity | ground truth |
      truth | gold | label | labels | is match | is duplicate | duplicate | source | source dataset | dataset | ssn | soc sec id | soc sec | social security | social security number |
      social security no | sin | national id | national insurance number | nino | passport | passport number | tax id | tax number | personal id | personnummer | cpf | dni | nie |
      created | created at | created on | updated | updated at | modified | modified at | last modified | timestamp | imported at | date added | date created |
      last activity | last contacted | owner | owner id | created by | updated by | lead source | score | version`,
    ),
  ],
  ['email', list('email | e mail | mail | email address | courriel | correo | correo electronico | adresse mail')],
  [
    'firstName',
    list(
      `first name | firstname | given name | givenname | given names | forename | fore name | christian name | vorname | rufname | prenom | nombre | nombres | nome proprio |
      primer nombre | imie | fname | f name | first | voornaam | fornavn | fornamn | etunimi | keresztnev | jmeno | имя | 名 | first and middle name | nome di battesimo | ad | prenume`,
    ),
  ],
  [
    'lastName',
    list(
      `last name | lastname | surname | sur name | family name | familyname | nachname | familienname | nom | nom de famille | apellido | apellidos | cognome | sobrenome |
      nazwisko | lname | l name | last | achternaam | etternavn | efternamn | efternavn | sukunimi | vezeteknev | prijmeni | фамилия | 姓 | soyad | secondname | second name`,
    ),
  ],
  [
    'company',
    list(
      `company | company name | organisation | organization | organisation name | organization name | employer | firma | firmenname | unternehmen | societe | entreprise | empresa |
      razon social | azienda | ragione sociale | bedrijf | bedrijfsnaam | account name | account | business name | legal name | trading name | firm | fornavn firma | компания | vendor name | supplier name`,
    ),
  ],
  [
    'fullName',
    list(
      'full name | fullname | person name | contact name | person | contact | display name | vollstandiger name | nom complet | nombre completo | nome completo | имя и фамилия | 氏名 | 姓名',
    ),
  ],
  [
    'phone',
    list(
      'phone | telephone | tel | mobile | cell | cell phone | mobile phone | phone number | telephone number | telefon | telefono | telefonnummer | handy | portable | fax | telefone | celular | telefoon | телефон | 電話',
    ),
  ],
  [
    'date',
    list(
      'dob | date of birth | birth date | birthdate | birthday | born | geburtsdatum | geburtstag | date de naissance | fecha de nacimiento | data di nascita | data de nascimento | geboortedatum | data urodzenia | дата рождения',
    ),
  ],
  [
    'postcode',
    list(
      'postcode | post code | postal code | zip | zip code | zipcode | plz | postleitzahl | code postal | codigo postal | cap | cep | postnummer | kod pocztowy | postnr | индекс',
    ),
  ],
  ['country', list('country | land | pays | pais | paese | country code | country name | kraj | страна')],
  [
    'street',
    list(
      'address | addr | street | street address | address 1 | address 2 | address line 1 | address line 2 | address1 | address2 | strasse | adresse | rue | direccion | indirizzo | endereco | adres | адрес | street name | anschrift',
    ),
  ],
  [
    'domain',
    list('website | web site | url | homepage | home page | web | domain | site web | sitio web | webseite | www'),
  ],
  [
    'code',
    list(
      'sku | mpn | upc | ean | gtin | isbn | model | modelno | model no | model number | part number | product code | item number | article number | artikelnummer | vat | vat id | vat number | duns | lei | ust id | siren | siret | company number | registration number | nif | cif',
    ),
  ],
  ['number', list('price | list price | amount | preis | prix | precio | prezzo | cost | weight | revenue')],
  ['phrase', list('description | product name | product title | title and description | beschreibung | descripcion')],
];

const kindByHeader = new Map<string, ColumnKind>();
for (const [kind, names] of headers)
  for (const name of names) if (!kindByHeader.has(name)) kindByHeader.set(name, kind);

const noise = new Set(
  'the of your my person contact customer client main primary home work business private personal clean raw std fake norm normalised normalized 1 2 3'.split(
    ' ',
  ),
);

/** `givenName`, `given_name` and `Given name` are the same words. */
function headerWords(header: string): string[] {
  return foldWords(header.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/(\p{L})(\d)/gu, '$1 $2'))
    .split(' ')
    .filter((word) => word !== '');
}

/** The kind that a header names; undefined where it names none. */
export function kindOfHeader(header: string): ColumnKind | undefined {
  const words = headerWords(header);
  const telling = words.filter((word) => !noise.has(word));
  const named =
    kindByHeader.get(words.join(' ')) ?? kindByHeader.get(words.join('')) ?? kindByHeader.get(telling.join(' '));
  if (named) return named;
  const last = words.at(-1) ?? '';
  if (['id', 'uuid', 'guid'].includes(last)) return 'ignored';
  return ['email', 'phone', 'telephone', 'fax', 'postcode', 'zip', 'price'].includes(last)
    ? kindByHeader.get(last)
    : undefined;
}

/** Whether a header says no more than "name": of what, the cells tell. */
export function isBareName(header: string): boolean {
  return ['name', 'names', 'naam', 'nome', 'nombre', 'nazwa', 'navn', 'namn', 'bezeichnung'].includes(
    headerWords(header).join(' '),
  );
}

/** Whether a header is one of those that hold what a thing is called. */
export function isNaming(header: string): boolean {
  return (
    isBareName(header) ||
    ['title', 'titel', 'titre', 'titulo', 'product', 'product name', 'product title'].includes(
      headerWords(header).join(' '),
    )
  );
}
