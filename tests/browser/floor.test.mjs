// The oldest browsers that the pages and the phone promise: Safari 16.0 on iOS and Chrome 100 on Android. Everything that
// our scripts, style sheets and templates use is looked up in MDN's tables of browsers; what is younger is listed below,
// with what happens without it.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const bcd = createRequire(import.meta.url)("@mdn/browser-compat-data");
const FLOOR = { safari_ios: "16.0", chrome_android: "100" };
const assets = fileURLToPath(new URL("../../crates/web/assets/", import.meta.url));
const templates = fileURLToPath(new URL("../../crates/web/templates/", import.meta.url));

/** Younger than the floor, and why an old browser does well without it. */
const WITHOUT = {
  // Scripts.
  "api.CompressionStream": "deflate.js shows squares as they are",
  "api.DecompressionStream": "deflate.js says that this phone cannot read what another made smaller",
  "api.Navigator.vibrate": "asked with `?.`; the answer is seen and heard",
  "api.AbortSignal.timeout_static": "sync.js counts the time itself",
  "javascript.builtins.Symbol.dispose": "the reader's own glue asks whether it is there",
  "api.HTMLMediaElement.srcObject": "a camera's stream, which is all that we give it, since Chrome 52",
  // Colours, lines and shapes: the page is plainer.
  "css.types.color.light-dark": "the colours of the day stand before, outside @supports",
  "css.selectors.has": "a choice is not framed, a folded line is not; nothing is hidden by it alone",
  "css.selectors.user-invalid": "a field that is wrong has the edge of the others; the browser says what is wrong",
  "css.properties.text-wrap": "lines break where they do",
  "css.properties.text-wrap.balance": "lines break where they do",
  "css.properties.text-wrap.pretty": "lines break where they do",
  "css.properties.hyphens": "long words go whole to the next line",
  "css.properties.mask": "the awning and a ticket have straight edges",
  "css.properties.outline": "square corners",
  "css.properties.accent-color": "the browser's own colour",
  "css.properties.forced-color-adjust": "the browser's own high contrast",
  "css.properties.forced-color-adjust.none": "the browser's own high contrast",
  "css.properties.cursor.pointer": "a finger has no arrow",
  "css.properties.resize": "a finger pulls no corner",
  "css.properties.resize.vertical": "a finger pulls no corner",
  "css.properties.text-size-adjust": "with -webkit- before it",
  "css.properties.box-decoration-break": "with -webkit- before it",
  "css.properties.box-decoration-break.clone": "with -webkit- before it",
  "css.types.length.viewport_percentage_units_dynamic": "100vh stands before it, or the height is the content's",
  "html.elements.link.rel.icon": "an iPhone takes the icon of apple-touch-icon",
  // The menu.
  "css.selectors.popover-open": "the menu is a strip in the page, and its button is not shown",
  "html.global_attributes.popover": "the menu is a strip in the page",
  "html.elements.button.popovertarget": "the button is not shown",
  // Foldings and fields.
  "html.elements.details.name": "two may be open at once",
  "html.global_attributes.autofocus": "somebody touches the field",
  // Paper.
  "css.at-rules.page": "the browser's own margins",
  "css.properties.size": "the browser's own paper",
  "css.properties.break-after.avoid": "a heading may end a page",
  "css.selectors.details-content": "what is folded stays folded on paper",
  "css.properties.content-visibility": "what is folded stays folded on paper",
  "css.properties.content-visibility.visible": "what is folded stays folded on paper",
};

/** Whether one version is after another. */
function after(version, floor) {
  const [a, b] = [version, floor].map((text) => text.replace("≤", "").split(".").map(Number));
  for (let at = 0; at < 3; at += 1) if ((a[at] ?? 0) !== (b[at] ?? 0)) return (a[at] ?? 0) > (b[at] ?? 0);
  return false;
}

const at = (key) => key.split(".").reduce((inside, name) => (inside && Object.hasOwn(inside, name) ? inside[name] : undefined), bcd);

/** The browsers of the floor that do not have a feature, in words; nothing when all do, or MDN does not know it. */
function lacks(key) {
  const support = at(key)?.__compat?.support;
  if (!support) return "";
  return Object.entries(FLOOR)
    .filter(([browser, floor]) => {
      const stories = [support[browser]].flat().filter((one) => one && !one.prefix && !one.alternative_name && !one.flags && !one.version_removed);
      return !stories.some(({ version_added: added }) => typeof added === "string" && added !== "preview" && !after(added, floor));
    })
    .map(([browser]) => `${browser} ${[support[browser]].flat()[0]?.version_added}`)
    .join(", ");
}

/** What is used, with where: feature by feature of MDN's tables. */
const used = new Map();
function use(key, where, into = used) {
  if (!at(key)?.__compat) return false;
  if (!into.has(key)) into.set(key, new Set());
  into.get(key).add(where);
  return true;
}

/** Where the standard library declares a thing: its names in MDN's tables. */
function keys(declaration, name, owner) {
  const parent = declaration.parent;
  if (ts.isInterfaceDeclaration(parent)) {
    const type = parent.name.text;
    const constructor = type.endsWith("Constructor") ? type.slice(0, -"Constructor".length) : "";
    const places = [owner, type, constructor, ...(type === "ParentNode" || type === "ChildNode" || type === "ARIAMixin" ? ["Element"] : [])].filter(Boolean);
    return places.flatMap((place) => [`javascript.builtins.${place}.${name}`, `api.${place}.${name}`, `api.${place}.${name}_static`]);
  }
  // `declare var X: { new(): X; statics }`
  if (ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent)) return [`api.${parent.parent.name.text}.${name}_static`, `javascript.builtins.${parent.parent.name.text}.${name}`];
  return [`javascript.builtins.${name}`, `api.${name}`, `api.Window.${name}`, `api.WorkerGlobalScope.${name}`];
}

/** Syntax that is younger than the floor's own grammar, by where MDN has it. */
function grammar(node) {
  if (ts.isClassStaticBlockDeclaration(node)) return "javascript.classes.static.initialization_blocks";
  if (ts.isImportDeclaration(node) && node.attributes) return "javascript.statements.import.import_attributes";
  if (node.kind !== ts.SyntaxKind.RegularExpressionLiteral) return "";
  if (/\(\?<[=!]/.test(node.text)) return "javascript.regular_expressions.lookbehind_assertion";
  return /\/[a-z]*v[a-z]*$/.test(node.text) ? "javascript.builtins.RegExp.unicodeSets" : "";
}

/** Looks up what scripts use of the language and of the browser; answers how many times something was known. */
function lookUp(paths, into) {
  const lib = ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.webworker.d.ts"];
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022, lib, allowJs: true, noEmit: true, skipLibCheck: true, types: [] };
  const program = ts.createProgram(paths, options);
  const checker = program.getTypeChecker();
  let known = 0;
  for (const path of paths) {
    const where = path.replace(assets, "");
    const visit = (node) => {
      const said = grammar(node);
      if (said) use(said, where, into);
      if (ts.isIdentifier(node)) {
        const member = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
        const owner = member ? checker.getTypeAtLocation(node.parent.expression).getNonNullableType().getSymbol()?.name : undefined;
        for (const declaration of checker.getSymbolAtLocation(node)?.declarations ?? []) {
          if (!/\/typescript\/lib\/lib\./.test(declaration.getSourceFile().fileName)) continue;
          if (keys(declaration, node.text, owner).find((key) => use(key, where, into))) known += 1;
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(program.getSourceFile(path));
  }
  return known;
}

const scripts = ["passkey.js", "vendor/uqr-0.1.3/index.mjs", "vendor/zxing-wasm-3.1.4/reader.js", ...readdirSync(`${assets}phone`).filter((name) => /\.js$|\.d\.ts$/.test(name)).map((name) => `phone/${name}`)];

test("scripts", { timeout: 120_000 }, () => {
  const known = lookUp(scripts.map((name) => assets + name), used);
  assert.ok(known > 1000, `looked up: ${known}`);
  // A look that finds nothing young proves nothing.
  const folder = mkdtempSync(join(tmpdir(), "cabas-floor."));
  const young = new Map();
  writeFileSync(join(folder, "young.js"), "[1].toSorted(); Promise.withResolvers(); navigator.gpu; new OffscreenCanvas(1, 1); /(?<=a)b/.test(''); class A { static { structuredClone(1); } }");
  lookUp([join(folder, "young.js")], young);
  rmSync(folder, { recursive: true });
  for (const key of ["javascript.builtins.Array.toSorted", "javascript.builtins.Promise.withResolvers", "api.OffscreenCanvas", "javascript.regular_expressions.lookbehind_assertion", "javascript.classes.static.initialization_blocks"]) {
    assert.ok(young.has(key) && lacks(key), key);
  }
  assert.equal(lacks("api.Window.structuredClone"), "");
});

test("style sheets", () => {
  const types = new Map();
  const collect = (tree, path) => {
    for (const [name, inside] of Object.entries(tree)) {
      if (name === "__compat") continue;
      if (!types.has(name)) types.set(name, `${path}.${name}`);
      collect(inside, `${path}.${name}`);
    }
  };
  collect(bcd.css.types, "css.types");
  for (const sheet of ["core.css", "cabas.css", "phone/phone.css"]) {
    const text = readFileSync(assets + sheet, "utf8").replace(/\/\*[^]*?\*\/|"[^"]*"/g, "");
    for (const [, name] of text.matchAll(/@([a-z-]+)/g)) use(`css.at-rules.${name}`, sheet);
    for (const [, name, feature] of text.matchAll(/@(media|supports)[^{]*?\b([a-z-]+)\s*[(:]/g)) use(`css.at-rules.${name}.${feature}`, sheet);
    // What stands before a brace are selectors, what stands inside without one are declarations.
    for (const [, selector] of text.matchAll(/([^{};]*)\{/g)) {
      if (!selector.includes("@")) for (const [, name] of selector.matchAll(/::?([a-z-]+)/g)) use(`css.selectors.${name}`, sheet);
    }
    for (const [, name, value] of text.matchAll(/[{;\s](-?[a-z][a-z-]*)\s*:\s*([^;{}]+)[;}]/g)) {
      if (!use(`css.properties.${name}`, sheet)) continue;
      for (const [word] of value.matchAll(/[a-z][a-z-]*/g)) use(`css.properties.${name}.${word}`, sheet);
    }
    for (const [, name] of text.matchAll(/([a-z-]+)\(/g)) if (types.has(name)) use(types.get(name), sheet);
    if (text.includes("&")) use("css.selectors.nesting", sheet);
    if (/@media[^{]*[<>]/.test(text)) use("css.at-rules.media.range_syntax", sheet);
    if (/\d[dls]v[hwib]\b/.test(text)) use("css.types.length.viewport_percentage_units_dynamic", sheet);
  }
  assert.ok(used.size > 300, `looked up: ${used.size}`);
  for (const key of ["css.selectors.nesting", "css.at-rules.media.range_syntax"]) assert.ok(lacks(key), key);
});

test("pages", () => {
  const pages = [`${assets}phone/index.html`, ...readdirSync(templates, { recursive: true }).filter((name) => name.endsWith(".html")).map((name) => templates + name)];
  assert.ok(pages.length > 50);
  for (const page of pages) {
    const where = page.slice(page.indexOf("crates"));
    // The engine's own signs stand in attributes too.
    const text = readFileSync(page, "utf8").replace(/\{[{%#][^]*?[}%#]\}/g, " ");
    for (const [, tag, attributes] of text.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)/g)) {
      use(`html.elements.${tag}`, where);
      for (const [, name, value] of attributes.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)) {
        if (!use(`html.elements.${tag}.${name}`, where)) use(`html.global_attributes.${name}`, where);
        if (value) use(`html.elements.${tag}.${name}_${value}`, where) || use(`html.elements.${tag}.${name}.${value}`, where);
      }
    }
  }
});

test("what is younger is known, with what happens without it", () => {
  const young = [...used].filter(([key]) => lacks(key)).map(([key, where]) => [key, `${lacks(key)}: ${[...where].join(", ")}`]);
  assert.deepEqual(young.filter(([key]) => !(key in WITHOUT)), [], "not in Safari 16.0 or Chrome 100");
  assert.deepEqual(Object.keys(WITHOUT).filter((key) => !young.some(([other]) => other === key)), [], "listed, and used no more");
  assert.match(lacks("css.types.color.light-dark"), /safari_ios 17\.5/);
  assert.equal(lacks("api.Window.fetch"), "");
});
