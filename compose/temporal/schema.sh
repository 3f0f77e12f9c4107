#!/bin/sh
# Makes Temporal's two databases and brings their tables to this version; does nothing where all is there.
set -eu

prepare() {
  export SQL_DATABASE="$1"
  temporal-sql-tool create-database
  temporal-sql-tool setup-schema -v 0.0
  temporal-sql-tool update-schema --schema-name "postgresql/v12/$2"
}

prepare temporal temporal
prepare temporal_visibility visibility
