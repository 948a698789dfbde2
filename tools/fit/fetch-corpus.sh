#!/bin/sh
# Unpacks freely licensed Debian packages with translated texts and code into corpus/ (nothing is installed).
set -eu
cd "$(dirname "$0")"
mkdir -p corpus/deb corpus/root
cd corpus/deb
for package in \
    manpages-ru manpages-zh manpages-de manpages-fr manpages-ja manpages-es manpages-pl manpages-it manpages-pt-br \
    debian-handbook installation-guide-amd64 debian-reference-zh-cn debian-reference-ja gnome-user-docs \
    fortunes fortunes-ru fortunes-de fortunes-es fortunes-zh fortunes-it fortunes-pl \
    libreoffice-l10n-hi libreoffice-l10n-th libreoffice-l10n-ar libreoffice-l10n-he libreoffice-l10n-el \
    libreoffice-l10n-ko wesnoth-1.16-data mediawiki \
    fillets-ng-data freedroidrpg-data widelands-data manpages-nl manpages-cs manpages-hu fortunes-cs fortunes-br fortunes-bg \
    openjdk-17-source libpython3.11-stdlib perl-modules-5.36 golang-1.19-src postgresql-15 \
    node-lodash libjs-jquery node-typescript
do
    ls "$package"_*.deb >/dev/null 2>&1 || apt-get download "$package"
    dpkg-deb -x "$package"_*.deb ../root
done
cd ../root
[ -d jdk ] || unzip -q usr/lib/jvm/openjdk-17/lib/src.zip 'java.base/*' 'java.sql/*' 'java.net.http/*' -d jdk
