-- On what terms a programme pays and settles its grants (processes/grant/terms.ts); {} is one payment after the signature, one review, no share of own money.
alter table programmes add column terms jsonb not null default '{}' check (jsonb_typeof(terms) = 'object');
