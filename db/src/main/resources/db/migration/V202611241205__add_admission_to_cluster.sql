-- Why: the listing of a cluster says of its admission whether the Azure Policy add-on is on, and whether the SKU is
-- Automatic, which comes with deployment safeguards. Absent is not false: what nobody said is null.
alter table cluster
    add column policy_add_on boolean,
    add column sku_automatic boolean not null default false;
