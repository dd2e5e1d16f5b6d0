import { type Quality, qualityOf } from '#domain/matching';
import type { NormalisedRow } from './normalised-row.ts';

/** The quality of a person as the row describes them; `lookalikes` is how many other records look the same. */
export function qualityOfPerson(row: NormalisedRow, lookalikes = 0): Quality {
  const { values, emails, phones } = row;
  return qualityOf({
    facts: {
      kind: 'contact',
      emails,
      phones,
      hasFirstName: values.firstName !== undefined,
      hasLastName: values.lastName !== undefined,
      hasCompany: row.company !== undefined,
      hasTitle: values.title !== undefined,
      hasCountry: values.country !== undefined,
    },
    badValues: row.issues.length,
    ageDays: 0,
    lookalikes,
  });
}
