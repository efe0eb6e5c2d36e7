#!/bin/sh
# Checks that the PDFs of the samples, in every language, and of made-up extremes conform to PDF/UA-1 and PDF/A-3A (veraPDF) and are
# sound files (qpdf). Needs Go, Java, Maven and qpdf; veraPDF itself comes from Maven Central. Prints a table and fails on any fault.
#
# usage: report/pdf/conformance.sh [FOLDER]   where to leave the PDFs and veraPDF; a fixed folder saves the download next time
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$(mktemp -d)}
version=1.26.2
jar=$work/greenfield-apps-$version.jar
mkdir -p "$work/packs"
rm -f "$work"/packs/*.pdf

[ -f "$jar" ] || mvn -q dependency:copy -Dartifact=org.verapdf.apps:greenfield-apps:$version -DoutputDirectory="$work"
(cd "$here" && BOARDPACK_PDF_DIR="$work/packs" go test -count=1 -run '^(TestSamples|TestExtremes)$' .)

verapdf() {
	java -Xmx2g -cp "$jar" org.verapdf.apps.GreenfieldCliWrapper --flavour "$1" --format text "$work"/packs/*.pdf || true
}
verapdf ua1 > "$work/ua1.txt"
verapdf 3a > "$work/3a.txt"

failed=0
printf '%-40s %8s %8s %8s %8s\n' pack KB PDF/UA-1 PDF/A-3A qpdf
for pdf in "$work"/packs/*.pdf; do
	ua=$(awk -v f="$pdf" '$2 == f { print $1 }' "$work/ua1.txt")
	a=$(awk -v f="$pdf" '$2 == f { print $1 }' "$work/3a.txt")
	if qpdf --check "$pdf" > "$work/qpdf.txt" 2>&1; then sound=PASS; else sound=FAIL; cat "$work/qpdf.txt"; fi
	printf '%-40s %8s %8s %8s %8s\n' "$(basename "$pdf" .pdf)" $(($(wc -c < "$pdf") / 1024)) "${ua:-none}" "${a:-none}" $sound
	[ "$ua$a$sound" = PASSPASSPASS ] || failed=1
done
exit $failed
