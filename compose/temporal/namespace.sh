#!/bin/sh
# Registers the namespace and the attributes by which cases are found; does nothing where they are there.
set -eu

if ! temporal operator namespace describe --namespace "$NAMESPACE" >/dev/null 2>&1; then
  # the archive is our own database: histories of closed cases stay 90 days
  temporal operator namespace create --namespace "$NAMESPACE" --retention 90d
fi

# a namespace just registered is known to all services only after a while
tries=0
until present=$(temporal operator search-attribute list --namespace "$NAMESPACE"); do
  tries=$((tries + 1))
  [ "$tries" -lt 20 ] || exit 1
  sleep 1
done

for attribute in TenantId ProcessId; do
  case "$present" in
    *"$attribute"*) ;;
    *) temporal operator search-attribute create --namespace "$NAMESPACE" --name "$attribute" --type Keyword ;;
  esac
done
