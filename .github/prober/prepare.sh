#!/usr/bin/env bash
# Makes keys with stock age, and the environment file of the prober.
# usage: prepare.sh IDENTITY_FILE ENVIRONMENT_FILE
set -euo pipefail
identity="$1" environment="$2"

age-keygen -o "$identity" 2> /dev/null
verification="$(age-keygen -y "$identity")"
# Nobody needs the second identity: what it could open is thrown away with this machine.
offline="$(age-keygen 2> /dev/null | age-keygen -y)"

cat > "$environment" << YAML
version: 1
environment: prober
objectives: { rpo: 1h, rto: 15m }
sources:
  - name: main
    type: postgres
    url: "\${DATABASE_URL}"
    freshness: select max(placed_at) from shop.orders
stores:
  - name: bucket
    type: s3
    bucket: backups
    region: us-east-1
    endpoint: "\${S3_ENDPOINT}"
    access-key-id: "\${S3_ACCESS_KEY_ID}"
    secret-access-key: "\${S3_SECRET_ACCESS_KEY}"
encryption:
  recipients: [$offline, $verification]
YAML
