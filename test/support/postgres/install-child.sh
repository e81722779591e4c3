#!/bin/sh
# install-child.sh NODE SCRIPT FOLDER MAJOR
# Runs SCRIPT as root on a machine without PostgreSQL MAJOR: /etc, /usr and /var are this machine's with an overlay that
# goes away again, and neither its processes nor its service manager can be seen, so that none of its servers is stopped.
# To be started in mount and process namespaces of its own.
set -eu
mount -t proc processes /proc
names=$(cat /etc/resolv.conf)
mount -t tmpfs overlays /mnt
for part in etc usr var; do
  mkdir -p "/mnt/$part/upper" "/mnt/$part/work"
  mount -t overlay overlay -o "lowerdir=/$part,upperdir=/mnt/$part/upper,workdir=/mnt/$part/work" "/$part"
done
mount -t tmpfs run /run
rm -f /etc/resolv.conf
echo "$names" > /etc/resolv.conf
for package in postgresql postgresql-contrib "postgresql-$4" "postgresql-client-$4"; do
  dpkg --remove --force-depends "$package" > /dev/null 2>&1 || :
done
rm -rf "/usr/lib/postgresql/$4"
"$1" "$2" "$3" "$4"
