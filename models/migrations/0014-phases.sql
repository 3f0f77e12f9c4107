-- The days of a case in each status are read off the audit trail, whole programmes at a time: a fifth of its rows, by case and in their order.
create index events_phases on events (chain_id, seq) where type in ('statusSet', 'suspended', 'resumed', 'closed');
