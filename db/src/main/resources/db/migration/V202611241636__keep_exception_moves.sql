-- Why: who moved a request, when and why is what an auditor asks first, and must be what it was. Rows are only ever added:
-- the database refuses everything else, to its owner as well.

create table exception_move (
    exception_id bigint      not null references exception_request,
    number       integer     not null check (number > 0),
    version      integer     not null,
    move         text        not null,
    from_state   text        not null,
    to_state     text        not null,
    actor        text        not null,
    moved_at     timestamptz not null,
    why          text        not null,
    primary key (exception_id, number)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% of % is refused: its rows are only ever added', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger exception_move_is_kept before update or delete on exception_move
    for each row execute function refuse_change();
create trigger exception_move_is_not_emptied before truncate on exception_move
    for each statement execute function refuse_change();

create trigger exception_approval_is_kept before update or delete on exception_approval
    for each row execute function refuse_change();
create trigger exception_approval_is_not_emptied before truncate on exception_approval
    for each statement execute function refuse_change();

create trigger exception_version_is_kept before update or delete on exception_version
    for each row execute function refuse_change();
create trigger exception_version_is_not_emptied before truncate on exception_version
    for each statement execute function refuse_change();

-- Granted is what enough people have approved as it is now: two where the risk is high or critical, one otherwise and in
-- an emergency; and nobody who wrote it.
create function refuse_grant_without_approvals() returns trigger language plpgsql as $$
declare
    given integer;
begin
    select count(*) into given from exception_approval
    where exception_id = new.id and version = new.version and approver <> new.last_editor;
    if given < (case when new.risk in ('HIGH', 'CRITICAL') and not new.break_glass then 2 else 1 end) then
        raise exception 'EX-% has % approvals of version %, too few to be granted', new.id, given, new.version
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger exception_is_granted_by_approvals before insert or update of state, version, risk, break_glass
    on exception_request for each row when (new.state = 'APPROVED') execute function refuse_grant_without_approvals();
