import type { ObjectType } from '#platform/fields';

/** A kind of record that a workspace has made, as it is stored. */
export interface CustomObjectRow {
  id: string;
  name: string;
  plural: string;
  label: string;
  pluralLabel: string;
  nameLabel: string;
  description: string;
  prefix: string;
}

/** The kind as an object like the others: what the template has, under its own name. */
export function objectOf(template: ObjectType, row: CustomObjectRow): ObjectType {
  const fields = new Map(template.fields);
  const name = fields.get('name');
  if (name) fields.set('name', { ...name, label: row.nameLabel });
  const { plural, label, pluralLabel, description, prefix } = row;
  return {
    ...template,
    name: row.name,
    plural,
    label,
    pluralLabel,
    description,
    prefix,
    fields,
    template: false,
    objectId: row.id,
  };
}
