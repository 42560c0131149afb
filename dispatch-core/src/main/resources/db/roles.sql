-- Optional hardening, run once by the owner of the database: a role for the running product that can
-- add to the journal but never change it. Migrations keep running as the owner (see the operations
-- guide); give the product this role's login in DISPATCH120_DB_URL afterwards.
--
--   psql -v role=dispatch120_app -f roles.sql "postgresql://owner@host/database"

grant usage on schema public to :"role";
grant select, insert, update, delete on all tables in schema public to :"role";
grant execute on all functions in schema public to :"role";

-- The journal: read and add, nothing else. The trigger refuses the rest to everybody; this refuses
-- the role to drop the trigger, because only the owner of a table may.
revoke update, delete, truncate on journal from :"role";
revoke insert, update, delete on installation from :"role";
revoke insert, update, delete on flyway_schema_history from :"role";
