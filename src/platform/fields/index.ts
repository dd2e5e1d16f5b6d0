export { customValueSchema, uniqueKey } from './custom-value.ts';
export {
  type Computed,
  completeField,
  type Field,
  type FieldDraft,
  type FieldOptions,
  type FieldType,
  field,
  kindColumn,
  type MergePolicy,
  type PrivacyClass,
  type ValueRules,
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
  reachName,
  recordRef,
  recordUuid,
} from './object.ts';
export { anyIdSchema, idSchema, inputShape } from './schema.ts';
export {
  accessTo,
  alwaysSeen,
  type FieldAccess,
  least,
  mask,
  maskOf,
  type Sight,
} from './sight.ts';
export { isList, type ValueKind, valueKind } from './value-kind.ts';
