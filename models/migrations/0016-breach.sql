-- Proceedings beside another case name it in their values; one case has one open case of a process beside it.
create unique index cases_beside on cases (tenant_id, process_id, ("values" ->> 'parentCaseId')) where "values" ? 'parentCaseId' and closed_at is null;
create index cases_parent on cases (tenant_id, ("values" ->> 'parentCaseId')) where "values" ? 'parentCaseId';
