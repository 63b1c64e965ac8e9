-- Why: discovery lists subscriptions and clusters; everything recorded hangs on a cluster's key.
create table azure_subscription (
    id             uuid primary key,
    tenant_id      uuid        not null,
    name           text        not null,
    state          text        not null,
    last_listed_at timestamptz not null
);

create sequence cluster_seq increment by 1;

create table cluster (
    id                      bigint primary key default nextval('cluster_seq'),
    -- Azure answers the same id in different cases: lower case is the key.
    arm_id                  text        not null unique check (arm_id = lower(arm_id)),
    subscription_id         uuid        not null references azure_subscription,
    resource_group          text        not null,
    name                    text        not null,
    location                text        not null,
    kubernetes_version      text        not null,
    sku_tier                text,
    power_state             text        not null check (power_state in ('RUNNING', 'STOPPED')),
    provisioning_state      text        not null,
    fqdn                    text,
    local_accounts_disabled boolean     not null,
    entra_enabled           boolean     not null,
    tags                    jsonb       not null default '{}',
    first_listed_at         timestamptz not null,
    last_listed_at          timestamptz not null,
    -- A list can miss a cluster for minutes: it is gone only after several misses and a confirmed 404.
    missed_listings         integer     not null default 0,
    gone_at                 timestamptz
);

create index cluster_subscription on cluster (subscription_id);
