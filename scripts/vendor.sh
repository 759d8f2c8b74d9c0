#!/bin/sh
# Fetches the style sheets, typefaces and scripts we serve ourselves, at pinned versions and checked against
# pinned hashes, and writes them to src/main/resources/static/vendor/<name>-<version>/.
# Needs npm and node. Run it again after a change of version, and commit what it writes.
set -eu

cd "$(dirname "$0")/.."
target=src/main/resources/static/vendor
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fetch() { # <package> <version> <sha512 as npm shows it>
	npm pack --silent --pack-destination "$work" "$1@$2" >/dev/null
	archive="$work/$(echo "$1" | sed 's/^@//; s,/,-,')-$2.tgz"
	actual="sha512-$(openssl dgst -sha512 -binary "$archive" | openssl base64 -A)"
	[ "$actual" = "$3" ] || { echo "$1@$2 is not what it was: $actual" >&2; exit 1; }
	tar xzf "$archive" -C "$work"
	rm -rf "${target:?}/$4"
	mkdir -p "$target/$4"
	cp "$work/package/LICENSE" "$target/$4/LICENSE"
}

# removes comments and needless white space
minify() {
	node -e '
		const css = require("fs").readFileSync(0, "utf8");
		process.stdout.write(css.replace(/@charset[^;]*;/, "").replace(/\/\*[\s\S]*?\*\//g, "")
			.replace(/\s+/g, " ").replace(/\s*([{};])\s*/g, "$1").replace(/;}/g, "}").trim() + "\n");'
}

fetch @digdir/designsystemet-theme 1.11.0 \
	"sha512-C4Mf+LmecQ8sdjykD25NWiEclQDEOK+Y6Dlo8oz2BjhLBkDmo1+udFyCplvAGvv1MTzhsAhGafW/S4ox8iXlOA==" \
	designsystemet-theme-1.11.0
minify < "$work/package/src/themes/designsystemet.css" > "$target/designsystemet-theme-1.11.0/theme.css"
rm -rf "$work/package"

# only the components that our pages use; each stands in its layer, as in the package's index.css
fetch @digdir/designsystemet-css 1.22.0 \
	"sha512-f/+YOK1Gvl7ypdeRh0TDGs28eu8DkOPDAR+T8yLpnys9FxNWX05UNuhXJwYwRuzF9WUgjAhpJ5JKdodTDxWMEA==" \
	designsystemet-css-1.22.0
(
	printf '@layer ds.theme, ds.base, ds.components;@layer ds.base{'
	cd "$work/package/dist/src"
	cat base.css paragraph.css validation-message.css
	printf '}@layer ds.components{'
	for component in alert badge breadcrumbs button card details divider error-summary field fieldset \
			heading input label link list pagination skip-link table tag; do
		cat "$component.css"
	done
	printf '}\n'
) > "$target/designsystemet-css-1.22.0/designsystemet.css"
rm -rf "$work/package"

# the Latin letters only: Swedish, Finnish, English, and the other Nordic languages
fetch @fontsource-variable/inter 5.3.0 \
	"sha512-OupL48va4JNofb97w6NYeF9S7W/kHNKM0Er8Dem5nqi4jeOLrVJDoE8tZEpnMJmtkvNbB1EIPPwHcdkF6b1oUA==" \
	inter-5.3.0
cp "$work/package/files/inter-latin-wght-normal.woff2" "$target/inter-5.3.0/inter.woff2"
rm -rf "$work/package"

fetch @fontsource/source-serif-4 5.3.1 \
	"sha512-cWcTCXjYYrgF9A67fThVir1VSc0lPEYmwQ6jA4pPt01s2MSCi/maINUcZoCzaqnU8fyUReDO97eGcBUkHgOeug==" \
	source-serif-5.3.1
cp "$work/package/files/source-serif-4-latin-600-normal.woff2" "$target/source-serif-5.3.1/source-serif-600.woff2"
rm -rf "$work/package"

# the same letters for what is printed, with those of all European languages
(
	target=src/main/resources/print
	fetch @expo-google-fonts/inter 0.4.2 \
		"sha512-syfiImMaDmq7cFi0of+waE2M4uSCyd16zgyWxdPOY7fN2VBmSLKEzkfbZgeOjJq61kSqPBNNtXjggiQiSD6gMQ==" \
		inter-ttf-0.4.2
	cp "$work/package/LICENSE_FONT" "$target/inter-ttf-0.4.2/LICENSE"
	cp "$work/package/400Regular/Inter_400Regular.ttf" "$work/package/700Bold/Inter_700Bold.ttf" "$target/inter-ttf-0.4.2/"
)
rm -rf "$work/package"

# draws diagrams; as it is, with its watermark, as its licence asks
fetch bpmn-js 18.31.1 \
	"sha512-Hc7LzrgwfcBRUAdI/380Q2v1MJ115atGEVGadawLfDbHdo+r+IkmNj8fuYPFmWglUYt1KYIaC46OeX16HGTKQw==" \
	bpmn-js-18.31.1
cp "$work/package/dist/bpmn-viewer.production.min.js" "$target/bpmn-js-18.31.1/bpmn-viewer.js"
cat "$work/package/dist/assets/diagram-js.css" "$work/package/dist/assets/bpmn-js.css" \
	> "$target/bpmn-js-18.31.1/diagram.css"
rm -rf "$work/package"

# shows the forms of tasks, in the version that Tasklist has; only made smaller, with its watermark, as its licence asks
fetch @bpmn-io/form-js 1.8.7 \
	"sha512-9U66Z7x+rbtVxRs+/UxTqHeJxaavtGDgaxH5QXrTJiWftUdbj74tyZESBAAL2yclVn6aHC9csekOsceVoGr2ng==" \
	form-js-1.8.7
npx --yes esbuild@0.28.2 --minify --legal-comments=inline --log-level=error \
	--outfile="$target/form-js-1.8.7/form-viewer.js" "$work/package/dist/form-viewer.umd.js"
minify < "$work/package/dist/assets/form-js.css" > "$target/form-js-1.8.7/form.css"
rm -rf "$work/package"

# pictures in numbers, for staff; the build with lines, bars, marked days and drawing as SVG
fetch echarts 6.1.0 \
	"sha512-q0yaFPggC9FUdsWH4blavRWFmxdrIodbkoKNAjJudAI6CA9gNPxHtV2RcZNEepZVlk4yvBYkOkbk6HIVpIyHZA==" \
	echarts-6.1.0
cp "$work/package/NOTICE" "$work/package/licenses/LICENSE-d3" "$work/package/dist/echarts.common.min.js" "$target/echarts-6.1.0/"
rm -rf "$work/package"
