/** What says who may read a file. */
export interface FileAccess {
  access: string;
  ownerId: string;
  /** Public ids. */
  allowedUsers: readonly string[];
  allowedRoles: readonly string[];
}

export interface Reader {
  id: string;
  /** As `us_…`. */
  publicId: string;
  role: string;
  /** May see to every file. */
  manages: boolean;
}

export function mayRead(file: FileAccess, reader: Reader): boolean {
  if (reader.manages || file.access === 'everyone' || file.ownerId === reader.id) return true;
  if (file.access !== 'listed') return false;
  return file.allowedUsers.includes(reader.publicId) || file.allowedRoles.includes(reader.role);
}
