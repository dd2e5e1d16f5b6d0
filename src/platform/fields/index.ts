export {
  completeField,
  type Field,
  type FieldDraft,
  type FieldOptions,
  type FieldType,
  field,
  kindColumn,
  type PrivacyClass,
} from './field.ts';
export {
  defineObject,
  fieldOf,
  kindsThatStandAlone,
  type ObjectDraft,
  type ObjectType,
  objectCatalogue,
  objectNamed,
  type RecordRef,
  recordRef,
} from './object.ts';
export { anyIdSchema, idSchema, inputShape, valueSchema } from './schema.ts';
