export const schemas = `
  select format('create schema %I;', nspname) as line from pg_catalog.pg_namespace where nspname = 'kith'`;

export const extensions = `
  select format('create extension %I with schema %I;', e.extname, n.nspname) as line
  from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
  where e.extname <> 'plpgsql' order by e.extname`;

export const functions = `
  select rtrim(pg_catalog.pg_get_functiondef(p.oid), E'\\n') || ';' || case when r.rolname = 'kith_system'
    then format(E'\\nalter function %s owner to kith_system;', p.oid::regprocedure) else '' end as line
  from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    join pg_catalog.pg_roles r on r.oid = p.proowner
  where n.nspname in ('public', 'kith') and p.prokind in ('f', 'p')
    and not exists (select 1 from pg_catalog.pg_depend d where d.objid = p.oid and d.deptype = 'e')
  order by n.nspname, p.proname, p.oid::regprocedure::text`;

export const views = `
  select format(E'create view %s%s as\\n%s', c.oid::regclass,
    coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', ''), pg_catalog.pg_get_viewdef(c.oid)) as line
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'kith') and c.relkind = 'v'
    and not exists (select 1 from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by c.oid::regclass::text`;

/** What is granted to others than the owner, and what was taken from everybody. */
export const grants = `
  with granted as (
    select 'table' as kind, c.oid::regclass::text as name, c.relacl as acl, c.relowner as owner
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'kith') and c.relkind in ('r', 'p', 'v') and not c.relispartition
      and not exists (select 1 from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e')
    union all
    select 'schema', nspname, nspacl, nspowner from pg_catalog.pg_namespace where nspname in ('public', 'kith')
    union all
    select 'function', p.oid::regprocedure::text, p.proacl, p.proowner
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'kith')
      and not exists (select 1 from pg_catalog.pg_depend d where d.objid = p.oid and d.deptype = 'e')
  ), rights as (
    select g.kind, g.name, case a.grantee when 0 then 'public' else a.grantee::regrole::text end as role,
      string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) as what
    from granted g, pg_catalog.aclexplode(g.acl) a where a.grantee <> g.owner
    group by g.kind, g.name, a.grantee
  ), lines as (
    select kind, name, 1 as place, format('grant %s on %s %s to %s;', what, kind, name, string_agg(role, ', ' order by role)) as line
    from rights group by kind, name, what
    union all
    select kind, name, 0, format('revoke all on %s %s from public;', kind, name) from granted
    where kind = 'function' and acl is not null and not exists (select 1 from pg_catalog.aclexplode(acl) a where a.grantee = 0)
  )
  select line from lines where not (kind = 'schema' and name = 'public')
  order by array_position(array['schema', 'table', 'function'], kind), name, place, line`;
