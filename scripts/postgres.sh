#!/usr/bin/env bash
# A throw-away PostgreSQL for tests: scripts/postgres.sh COMMAND...   runs COMMAND with DATABASE_URL set.
# Binaries: installed ones (Debian's postgresql), else those of the PyPI package pgserver. Nothing outside of a
# temporary folder is touched; the server listens on 127.0.0.1 only and is gone when COMMAND ends.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"

binaries() {
  local found
  for found in "$(dirname "$(command -v pg_ctl 2>/dev/null || echo /none)")" /usr/lib/postgresql/*/bin \
               "$root"/.venv/lib/python*/site-packages/pgserver/pginstall/bin; do
    [ -x "$found/initdb" ] && [ -x "$found/postgres" ] && { echo "$found"; return; }
  done
  echo "Không thấy PostgreSQL: apt install postgresql, hoặc cài gói pgserver." >&2
  exit 1
}

as_owner() {  # PostgreSQL refuses to run as root
  if [ "$(id -u)" = 0 ]; then setpriv --reuid "$owner" --regid "$(id -g "$owner")" --clear-groups -- "$@"; else "$@"; fi
}

bin="$(binaries)"
folder="$(mktemp -d "${TMPDIR:-/tmp}/thenchot-postgres-XXXXXX")"
owner="$(id -un)"
if [ "$(id -u)" = 0 ]; then owner="$(id -un postgres 2>/dev/null || echo nobody)"; fi
chown "$owner" "$folder"
trap 'as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true; rm -rf "$folder"' EXIT
port="$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
cd "$folder"
as_owner "$bin/initdb" -D "$folder/data" -U thenchot --auth=trust --encoding=UTF8 --locale=C >/dev/null
as_owner "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" start \
  -o "-h 127.0.0.1 -p $port -k $folder -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
      -c autovacuum=off -c jit=off -c max_connections=60" >/dev/null
as_owner "$bin/psql" -h 127.0.0.1 -p "$port" -U thenchot -d postgres -qc 'CREATE DATABASE thenchot' 2>/dev/null \
  || PGOPTIONS='' createdb -h 127.0.0.1 -p "$port" -U thenchot thenchot
cd "$root"
export DATABASE_URL="postgres://thenchot@127.0.0.1:$port/thenchot"
"$@"
