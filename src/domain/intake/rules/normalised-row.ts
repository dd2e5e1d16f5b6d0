import type { CompanyName, Email, Phone } from '#domain/matching';

/** A cell that could not be used, or not wholly. */
export interface RowIssue {
  column: string;
  /** The cell as it stood. */
  value: string;
  /** For people: what is wrong with it. */
  reason: string;
}

/** A row of a file as what Kith keeps. An empty cell leaves no trace: it never erases anything. */
export interface NormalisedRow {
  /** By field, as the field's schema takes it; `email` and `phone` are the primary ones. Custom fields are `custom.name`. */
  values: Record<string, unknown>;
  /** By field, the name or key as written of what a reference or user field points to; to be resolved. */
  references: Record<string, string>;
  emails: Email[];
  phones: Phone[];
  /** Where a person works. */
  company: CompanyName | undefined;
  /** By column, the cells that no field takes. */
  unmapped: Record<string, string>;
  issues: RowIssue[];
  /** Why the row cannot be brought in at all; undefined when it can. */
  rejected: string | undefined;
}

export function emptyRow(): NormalisedRow {
  return {
    values: {},
    references: {},
    emails: [],
    phones: [],
    company: undefined,
    unmapped: {},
    issues: [],
    rejected: undefined,
  };
}
