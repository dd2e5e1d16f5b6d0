import type { Normalised } from '#domain/matching';
import type { Field } from '#platform/fields';

/** What intake needs to know of a field of the catalogue; a `Field` is one. */
export type ImportField = Pick<Field, 'name' | 'label' | 'type' | 'aliases'> &
  Partial<
    Pick<
      Field,
      'choices' | 'labels' | 'maxLength' | 'minimum' | 'maximum' | 'readOnly' | 'required' | 'to' | 'currencyIn'
    >
  > & {
    /** The value in the form in which it is kept, or why it cannot be: what the workspace has said of the field. */
    accept?: (value: unknown) => Normalised<unknown>;
  };

/** Which field each column goes to; null (or no entry) when it is only kept with the row. */
export type FieldByColumn = Record<string, string | null>;

/** A whole name in one column, split into `firstName` and `lastName`. It is offered for people beside the fields of the catalogue. */
export const fullNameField: ImportField = {
  name: 'fullName',
  label: 'Full name',
  type: 'text',
  aliases: [
    'name',
    'full name',
    'contact name',
    'contact',
    'display name',
    'person',
    'person name',
    'complete name',
    'lead name',
    'customer name',
    'client name',
    'attendee',
    'attendee name',
    'file as',
    'ansprechpartner',
    'kontakt',
    'kontaktperson',
    'vollständiger name',
    'vor- und nachname',
    'nom complet',
    'nom et prénom',
    'prénom et nom',
    'nombre completo',
    'nombre y apellidos',
    'nome completo',
    'nome e cognome',
    'nominativo',
    'volledige naam',
    'naam',
    'contactpersoon',
    'imię i nazwisko',
    'fullständigt namn',
    'namn',
    'navn',
    'fulde navn',
    'nimi',
    'jméno a příjmení',
    'ad soyad',
    'фио',
    'имя',
    '氏名',
    '名前',
    '姓名',
    '성명',
    '이름',
  ],
};

/** Whether records of these fields are people, who have a name in two parts. */
export function arePeople(fields: readonly ImportField[]): boolean {
  return fields.some(({ name }) => name === 'firstName') && fields.some(({ name }) => name === 'lastName');
}

/** The fields a column can be mapped to. */
export function mappableFields(fields: readonly ImportField[]): ImportField[] {
  const open = fields.filter(({ readOnly, type }) => readOnly !== true && type !== 'id');
  return arePeople(open) ? [...open, fullNameField] : open;
}

/** Several columns may go to one of these: a person has several e-mail addresses and phone numbers. */
export function takesSeveralColumns(field: ImportField): boolean {
  return field.type === 'email' || field.type === 'phone';
}
