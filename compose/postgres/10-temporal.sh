#!/bin/sh
# Runs once, on an empty database: a role for Temporal that makes its own two databases and sees nothing of ours.
set -eu

psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
  --set=password="$TEMPORAL_DATABASE_PASSWORD" <<'SQL'
create role temporal login createdb password :'password';
SQL
