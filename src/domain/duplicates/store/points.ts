import { type Sql, sql } from '#platform/database';

export interface Point {
  kind: 'email' | 'phone';
  key: string;
  value: string;
  shared: boolean;
}

/** Every address and number of a contact. */
export function pointsOf(reader: Sql, contactId: string): Promise<Point[]> {
  return reader.rows<Point>(sql`select kind, key, value, is_shared as shared from report_contact_points
    where workspace_id = kith.workspace_id() and contact_id = ${contactId}`);
}
