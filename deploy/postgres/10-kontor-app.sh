#!/bin/sh
# Runs once, when the database is made: the identity that the application works with. Its rights come with the migrations.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$KONTOR_APP_PASSWORD" --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
CREATE ROLE kontor_app LOGIN PASSWORD :'password';
SQL
