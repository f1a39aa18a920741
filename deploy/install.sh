#!/bin/sh
# Puts the upsell service into the folder that it is run in, as `./rokt-upsell`: what the image and docs/production.md do.
# Needs Node 22.16 or later, npm and tar, no root, and nothing from the network where it is given the packed file.
#
#   sh install.sh                          the newest release, from the registry
#   sh install.sh rokt-upsell@0.1.0        that one
#   sh install.sh rokt-upsell-0.1.0.tgz    a packed file
set -eu

what=${1:-rokt-upsell}
case $what in
  *.tgz) file=$what ;;
  *) file=$(npm pack --silent "$what") ;;
esac

# Beside the release that is there until it is whole. A service that runs has to stop first.
rm -rf release.new release.old
mkdir release.new
tar -xzf "$file" -C release.new --strip-components=1
if [ -e release ]; then mv release release.old; fi
mv release.new release
rm -rf release.old

cat > rokt-upsell <<'END'
#!/bin/sh
exec node "$(dirname "$(readlink -f "$0")")/release/dist/command/bin.js" "$@"
END
chmod 755 rokt-upsell
./rokt-upsell --version
