-- Why: runtimes differ in the capabilities they give by default and in the spellings they know.
alter table capability_profile
    add column runtime text not null default 'CONTAINERD' check (runtime in ('CONTAINERD', 'CRI_O', 'DOCKER'));
alter table capability_profile alter column runtime drop default;
