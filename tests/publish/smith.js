// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the script of the page for every member of staff without a browser: answers the wishes of a JSON file from the data
// and by the script that stand in the page. Usage: gjs smith.js PAGE.html WISHES.json
const { GLib } = imports.gi;
const ByteArray = imports.byteArray;

function read(path) {
  return ByteArray.toString(GLib.file_get_contents(path)[1]);
}

const page = read(ARGV[0]);
const script = /<script>([\s\S]*)<\/script>/.exec(page)[1];
const data = JSON.parse(/<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(page)[1]);
const smith = new Function(script + '\nreturn smith;')();

smith.prepare(data);
print(JSON.stringify(JSON.parse(read(ARGV[1])).map(wish => {
  if (wish.cpr !== undefined) return smith.hasCpr(wish.cpr);
  const from = wish.postcode ? smith.locate(wish.postcode, data) : null;
  const asked = { text: wish.text, side: wish.side, parts: wish.parts, from, price: wish.price, lift: wish.lift, company: wish.company };
  const found = smith.match(data, asked, wish.now, wish.most);
  return { nothing: found.nothingFits, matches: found.matches.map(one => ({
    kind: one.item.kind, title: one.title, detail: one.detail, metres: one.metres, reasons: one.reasons })) };
})));
