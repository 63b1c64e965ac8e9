-- Why: what AKS runs is outside the customer's score but never dropped, and what webhooks inject is a part of the score
-- that its owners want to see by itself.
alter table posture_point
    add column platform_passing integer not null default 0 check (platform_passing >= 0),
    add column platform_failing integer not null default 0 check (platform_failing >= 0),
    add column injected_passing integer not null default 0 check (injected_passing >= 0),
    add column injected_failing integer not null default 0 check (injected_failing >= 0);
alter table posture_point
    alter column platform_passing drop default,
    alter column platform_failing drop default,
    alter column injected_passing drop default,
    alter column injected_failing drop default;
