export { matchingModule } from './module.ts';
export { registrableDomain } from './rules/addresses/domain.ts';
export { type Email, normaliseEmail, splitEmails } from './rules/addresses/email.ts';
export { isFreeMailDomain } from './rules/addresses/free-mail.ts';
export { normalisePhone, type Phone, splitPhones } from './rules/addresses/phone.ts';
export { normaliseUrl } from './rules/addresses/url.ts';
export { type Identity, type IdentityKey, identityKeys } from './rules/identity-keys.ts';
export { type Accuracy, accuracyOf } from './rules/linkage/accuracy.ts';
export { alignColumns, type Head } from './rules/linkage/align-columns.ts';
export { type Matching, matchRecords } from './rules/linkage/match-records.ts';
export { type MatchedPair, type MatchReason, pairsOf } from './rules/linkage/pairs.ts';
export { RecordTable } from './rules/linkage/record-table.ts';
export { type CompanyName, companyKey, normaliseCompanyName } from './rules/names/company-name.ts';
export { normaliseNamePart, type PersonName, splitPersonName } from './rules/names/person-name.ts';
export type { Normalised } from './rules/normalised.ts';
export {
  type AccountFacts,
  type ContactFacts,
  type Quality,
  type QualityCode,
  type QualityInput,
  type QualityReason,
  qualityOf,
} from './rules/quality.ts';
export { normaliseCountry } from './rules/values/country.ts';
export { dateReader, dateTimeReader } from './rules/values/date.ts';
export { type DateOrder, inferDateOrder, usualDateOrder } from './rules/values/date-order.ts';
export { type Money, moneyReader } from './rules/values/money.ts';
export { type DecimalMark, inferDecimalMark, integerReader, numberReader } from './rules/values/number.ts';
export { normaliseYesNo } from './rules/values/yes-no.ts';
