import type pg from 'pg';

/** What is wrong with the schema of a migrated database, one line each. Empty when every rule holds. */
export async function schemaFindings(owner: pg.Client): Promise<string[]> {
  const findings: string[] = [];
  for (const sql of rules) {
    const answer = await owner.query<{ finding: string }>(`with ${known} ${sql}`);
    findings.push(...answer.rows.map((row) => row.finding));
  }
  return findings.sort();
}

/** Tables that belong to no workspace: the list of workspaces itself, what the server keeps about its schema, and the keys that it signs with. */
const known = `
  ours as (
    select c.oid, c.relname, c.relkind, c.relispartition, c.relrowsecurity, c.relforcerowsecurity, c.relowner, c.reloptions,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped) as of_workspace
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'kith') and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  ),
  tables as (select * from ours where relkind in ('r', 'p')),
  secured as (select * from tables where of_workspace or relname = 'workspaces'),
  first_column as (
    select x.conrelid, x.conname, x.contype, x.confrelid, a.attname
    from pg_constraint x join pg_attribute a on a.attrelid = x.conrelid and a.attnum = x.conkey[1]
  )`;

const rules = [
  `select format('%s: has no workspace_id', relname) as finding from tables
    where not of_workspace and relname not in ('workspaces', 'event_epochs', 'migrations', 'signing_keys')`,

  `select format('%s: row-level security is not enabled and forced', relname) as finding from secured
    where not (relrowsecurity and relforcerowsecurity)`,

  `select format('%s: has no policy that names the workspace', relname) as finding from secured t
    where not relispartition and not exists (
      select 1 from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polpermissive
        and pg_get_expr(p.polqual, p.polrelid) like '%app.workspace_id%'
        and coalesce(pg_get_expr(p.polwithcheck, p.polrelid), pg_get_expr(p.polqual, p.polrelid)) like '%app.workspace_id%')`,

  // Permissive policies are joined by OR, so one that is wider opens the table.
  `select format('%s: the policy %s lets others than kith_system past the workspace', relname, polname) as finding
    from secured t join pg_policy p on p.polrelid = t.oid
    where p.polpermissive and p.polroles <> array[(select oid from pg_roles where rolname = 'kith_system')]
      and (coalesce(pg_get_expr(p.polqual, p.polrelid), 'app.workspace_id') not like '%app.workspace_id%'
        or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'app.workspace_id') not like '%app.workspace_id%')`,

  // A partition is asked through its table; asked directly, the policies of the table would not hold.
  `select format('%s: a partition is open to %s', t.relname, g.grantee::regrole) as finding
    from tables t join pg_class c on c.oid = t.oid, aclexplode(c.relacl) g
    where t.relispartition and g.grantee <> c.relowner`,

  `select format('%s: %s does not begin with workspace_id', t.relname, f.conname) as finding
    from tables t join first_column f on f.conrelid = t.oid
    where t.of_workspace and f.contype in ('p', 'u') and f.attname <> 'workspace_id'`,

  `select format('%s: has no primary key', relname) as finding from tables t
    where not exists (select 1 from pg_constraint x where x.conrelid = t.oid and x.contype = 'p')`,

  `select format('%s: the foreign key %s can cross workspaces', t.relname, f.conname) as finding
    from tables t join first_column f on f.conrelid = t.oid join tables other on other.oid = f.confrelid
    where t.of_workspace and other.of_workspace and f.contype = 'f' and f.attname <> 'workspace_id'`,

  // What is looked for before the workspace is known (a credential, an address to sign in with) says so in its comment.
  `select format('%s: the index %s does not begin with workspace_id', t.relname, i.relname) as finding
    from tables t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
    where t.of_workspace and not x.indisprimary and a.attname is distinct from 'workspace_id'
      and not exists (select 1 from pg_constraint c where c.conindid = x.indexrelid)
      and not (x.indisunique and coalesce(obj_description(i.oid, 'pg_class'), '') like 'Global: %')`,

  `select format('%s: the view runs with the rights of its owner: make it security_invoker', relname) as finding from ours
    where relkind = 'v' and not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']`,

  `select format('%s: nothing but tables and views holds data of workspaces', relname) as finding from ours where relkind in ('m', 'f')`,

  `select format('%s: everybody may use it', t.relname) as finding
    from ours t join pg_class c on c.oid = t.oid, aclexplode(c.relacl) g where g.grantee = 0`,

  `select format('%s: is superuser, or sees past row-level security, or owns tables', rolname) as finding from pg_roles r
    where rolname in ('kith_app', 'kith_system')
      and (rolsuper or rolbypassrls or exists (select 1 from tables t where t.relowner = r.oid))`,

  `select format('kith_system: may sign in') as finding from pg_roles where rolname = 'kith_system' and rolcanlogin`,

  `select format('%s: a definer function needs kith_system as owner and a search_path of its own', p.proname) as finding
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'kith') and p.prosecdef
      and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      and (p.proowner <> (select oid from pg_roles where rolname = 'kith_system')
        or not exists (select 1 from unnest(p.proconfig) c where c like 'search_path=%'))`,
];
