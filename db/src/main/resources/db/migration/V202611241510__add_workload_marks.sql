-- Why: who owns a workload is told by its labels and annotations. They are the newest ones only: a changed rule asks again
-- what they say, and history keeps the answers.
alter table workload
    add column if not exists owner text,
    add column labels      jsonb not null default '{}',
    add column annotations jsonb not null default '{}';
