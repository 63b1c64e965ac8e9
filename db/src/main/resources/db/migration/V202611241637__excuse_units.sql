-- Why: a container that an exception in force covers wholly is excepted: it neither passes nor fails. That is concluded
-- with everything else when a snapshot lands, and again at the very instant at which an exception begins or ends, so that
-- every reading of any instant agrees.

alter table unit_staging
    add column excused   boolean not null default false,
    add column requested boolean not null default false;

alter table finding add column excused boolean not null default false;

-- Failing leaves out what is excepted; what is requested is part of it.
alter table workload_posture
    add column added_excused        integer not null default 0,
    add column added_requested      integer not null default 0,
    add column assigned_excused     integer not null default 0,
    add column assigned_requested   integer not null default 0,
    add column net_raw_excused      integer not null default 0,
    add column net_raw_requested    integer not null default 0,
    add column privileged_excused   integer not null default 0,
    add column privileged_requested integer not null default 0;

alter table posture_staging
    add column added_excused        integer not null default 0,
    add column added_requested      integer not null default 0,
    add column assigned_excused     integer not null default 0,
    add column assigned_requested   integer not null default 0,
    add column net_raw_excused      integer not null default 0,
    add column net_raw_requested    integer not null default 0,
    add column privileged_excused   integer not null default 0,
    add column privileged_requested integer not null default 0;

alter table posture_point
    add column excused   integer not null default 0,
    add column requested integer not null default 0;
