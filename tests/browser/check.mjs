// Opens pages of mixplan in Chromium and says what is wrong with them. See README.md.
import { readFileSync, mkdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { HtmlValidate } from "html-validate";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const views = [1280, 390].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));
const pages = process.argv.slice(2).map((path) => resolve(path));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
let wrong = 0;
const fault = (page, what) => { wrong += 1; console.log(`${basename(page)}: ${what}`); };

/** Pictures that a screen reader would pass over, or read without words. */
const wordless = () => [...document.querySelectorAll("svg, img")].filter((picture) => {
  if (picture.closest("[aria-hidden=true]") || picture.parentElement.closest("svg[role=img]")) return false;
  const labelled = (picture.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  const words = labelled.map((id) => document.getElementById(id)?.textContent ?? "").join("");
  return !(words || picture.getAttribute("aria-label") || picture.getAttribute("alt"));
}).length;

for (const path of pages) {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard"],
    // Style: pages are written by a program. Inline widths of pictures are what their content policy allows.
    rules: { "no-inline-style": "off", "no-trailing-whitespace": "off", "void-style": "off", "long-title": "off", "doctype-style": "off", "attribute-boolean-style": "off", "no-raw-characters": "off", "prefer-native-element": "off" },
  });
  const report = await validator.validateString(readFileSync(path, "utf8"));
  for (const message of report.results.flatMap((result) => result.messages).slice(0, 20)) {
    fault(path, `html: line ${message.line}: ${message.ruleId}: ${message.message}`);
  }
  for (const { width, colorScheme } of views) {
    const name = `${width} ${colorScheme}`;
    const options = { viewport: { width, height: 900 }, colorScheme };
    const strict = await browser.newContext(options);
    const page = await strict.newPage();
    page.on("console", (line) => line.type() === "error" && fault(path, `${name}: console: ${line.text()}`));
    page.on("pageerror", (error) => fault(path, `${name}: ${error}`));
    page.on("request", (asked) => asked.url().startsWith("file:") || asked.url().startsWith("data:") || fault(path, `${name}: asks for ${asked.url()}`));
    const start = Date.now();
    await page.goto(`file://${path}`);
    const opened = Date.now() - start;
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) fault(path, `${name}: ${wide} pixels wider than the window`);
    const silent = await page.evaluate(wordless);
    if (silent) fault(path, `${name}: ${silent} pictures without words`);
    if (process.env.SHOTS) {
      mkdirSync(process.env.SHOTS, { recursive: true });
      await page.screenshot({ path: `${process.env.SHOTS}/${basename(path, ".html")}-${width}-${colorScheme}.png`, fullPage: !path.includes("letters") });
    }
    await strict.close();
    // axe is a script, which the page's own policy would refuse.
    const open = await browser.newContext({ ...options, bypassCSP: true });
    const checked = await open.newPage();
    await checked.goto(`file://${path}`);
    await checked.evaluate(axe);
    const { violations } = await checked.evaluate(() => window.axe.run(document));
    const grave = violations.filter((found) => ["serious", "critical"].includes(found.impact));
    for (const found of grave) {
      fault(path, `${name}: axe: ${found.id} (${found.impact}, ${found.nodes.length}): ${found.nodes[0].html.slice(0, 160)} ${found.nodes[0].failureSummary}`);
    }
    const small = violations.length - grave.length;
    console.log(`${basename(path)}: ${name}: opened in ${opened} ms, axe: ${grave.length} serious, ${small} minor`);
    for (const found of violations.filter((found) => !grave.includes(found))) console.log(`  minor: ${found.id}: ${found.nodes[0].html.slice(0, 140)}`);
    await open.close();
  }
}
await browser.close();
console.log(wrong ? `${wrong} faults` : "all pages are in order");
process.exit(wrong ? 1 : 0);
