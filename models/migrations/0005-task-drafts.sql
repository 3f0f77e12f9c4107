-- What two devices of one person type into the same form must not overwrite each other unseen: a save names the version that it was typed from.
alter table task_drafts add column version integer not null default 1;
