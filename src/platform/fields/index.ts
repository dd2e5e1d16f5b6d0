export {
  completeField,
  type Field,
  type FieldDraft,
  type FieldOptions,
  type FieldType,
  field,
  type PrivacyClass,
} from './field.ts';
export { defineObject, fieldOf, type ObjectDraft, type ObjectType, objectCatalogue, objectNamed } from './object.ts';
export { idSchema, inputShape, valueSchema } from './schema.ts';
